import type { RefusalCode } from './reply.ts'

export type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: RefusalCode }

const DEPTH = 32
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** Only a number like one of these can be too large to be one. */
const HUGE = /\d[eE]\+?\d|\d{300}/
/** Stands for itself. */
const PLAIN = /^"[^"\\\p{Cc}]*"$/u

export const refused = (code: RefusalCode): Read => ({ ok: false, code })

export function isForbidden(name: string): boolean {
  return FORBIDDEN.has(name)
}

/**
 * Reads an object that means the same to everybody who parses it: no name twice, no number or
 * text that is lost on the way, nothing so deep that what handles it later overflows.
 */
export function readJson(text: string): Read {
  const fault = faultOf(text)
  if (fault) return refused(fault)
  try {
    const value: unknown = HUGE.test(text) ? JSON.parse(text, finite) : JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? { ok: true, value } : refused('not-an-object')
  } catch {
    return refused('malformed')
  }
}

/** One pass before parsing, so that depth and names are known while nothing has been built. */
function faultOf(text: string): RefusalCode | undefined {
  const open: (Set<string> | undefined)[] = []
  let nameNext = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') {
      const end = endOfString(text, at)
      const fault = faultOfString(text.slice(at, end + 1), nameNext ? open.at(-1) : undefined)
      if (fault) return fault
      at = end
      nameNext = false
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : undefined)
      if (open.length > DEPTH) return 'too-deep'
      nameNext = sign === '{'
    } else if (sign === '}' || sign === ']') {
      open.pop()
      nameNext = false
    } else if (sign === ',') {
      nameNext = open.at(-1) !== undefined
    }
  }
  return undefined
}

/** The closing quote, or the end of the text, which then does not parse. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return text.length
}

/** `names`: those that the object has already, when this string is one. */
function faultOfString(quoted: string, names: Set<string> | undefined): RefusalCode | undefined {
  const value = unquoted(quoted)
  if (!value?.isWellFormed()) return 'malformed'
  if (!names) return undefined
  if (isForbidden(value)) return 'forbidden-key'
  if (names.has(value)) return 'duplicate-key'
  names.add(value)
  return undefined
}

function unquoted(quoted: string): string | undefined {
  if (PLAIN.test(quoted)) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}

function finite(_name: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('Not a number')
  return value
}
