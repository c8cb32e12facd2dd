import canonicalize from 'canonicalize'

const DEEPEST = 64

/**
 * RFC 8785 over the part of JSON that no two programs write differently. Throws on all else,
 * where the standard would round a float, turn a date into text, or leave a member out.
 */
export function canonical(value: unknown): string {
  const odd = oddityOf(value, 0)
  // Names the place, never the value: that may be what a patient said.
  if (odd) throw new TypeError(`No canonical form: ${odd.why}, at $${odd.path}`)
  return canonicalize(value) as string
}

/** What has no place in a record; where it is, is put together only once there is something. */
interface Oddity {
  readonly why: string
  readonly path: string
}

function oddityOf(value: unknown, depth: number): Oddity | undefined {
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'string') return ofString(value)
  if (typeof value === 'number') return ofNumber(value)
  if (typeof value !== 'object') return odd(`${typeof value} has no place in a record`)
  if (depth === DEEPEST) return odd('nested too deeply')
  return Array.isArray(value) ? ofArray(value, depth) : ofObject(value, depth)
}

function ofString(value: string): Oddity | undefined {
  return value.isWellFormed() ? undefined : odd('half of a surrogate pair')
}

function ofNumber(value: number): Oddity | undefined {
  if (!Number.isSafeInteger(value)) return odd('a number that is not a safe integer')
  return Object.is(value, -0) ? odd('minus zero') : undefined
}

function ofArray(value: readonly unknown[], depth: number): Oddity | undefined {
  if (Object.getPrototypeOf(value) !== Array.prototype) return odd('not a plain array')
  for (let n = 0; n < value.length; n++) {
    const found = oddityOf(value[n], depth + 1)
    if (found) return { ...found, path: `[${n}]${found.path}` }
  }
  return undefined
}

function ofObject(value: object, depth: number): Oddity | undefined {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return odd('not a plain object')
  if (Object.getOwnPropertySymbols(value).length > 0) return odd('a symbol as a name')
  for (const [name, member] of Object.entries(value)) {
    const found = ofString(name) ?? oddityOf(member, depth + 1)
    if (found) return { ...found, path: `.${name}${found.path}` }
  }
  return undefined
}

const odd = (why: string): Oddity => ({ why, path: '' })
