import type { IncomingMessage } from 'node:http'
import { isForbidden, type Read, readJson, refused } from './json.ts'
import { hasBody } from './reply.ts'
import type { Route } from './route.ts'

const TYPES = {
  json: /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i,
  form: /^application\/x-www-form-urlencoded\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i,
}

/**
 * Reads a body, or says why not; in the latter case some of it may be unread. restify's own
 * readers count compressed bytes and end the process on a few that are not what they claim.
 */
export async function readBody(
  request: IncomingMessage,
  kind: Route['body'],
  most: number,
): Promise<Read> {
  if (!hasBody(request)) return { ok: true, value: kind === 'form' ? {} : undefined }
  if (!kind) return refused('no-body-expected')
  const { headers } = request
  if (headers['content-encoding'] !== undefined) return refused('unsupported-encoding')
  if (!TYPES[kind].test(headers['content-type'] ?? '')) return refused('unsupported-type')
  if (Number(headers['content-length'] ?? 0) > most) return refused('too-large')
  const bytes = await collect(request, most)
  if (bytes === 'too-large' || bytes === 'bad-request') return refused(bytes)
  return parse(bytes, kind)
}

/** Counts what really arrives, and stops at the first byte too many. */
function collect(
  request: IncomingMessage,
  most: number,
): Promise<Buffer | 'too-large' | 'bad-request'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size <= most) return
      request.off('data', take)
      request.pause()
      resolve('too-large')
    }
    request.on('data', take)
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', () => resolve('bad-request'))
    request.once('close', () => resolve('bad-request'))
  })
}

function parse(bytes: Buffer, kind: 'json' | 'form'): Read {
  const text = decode(bytes)
  if (text === undefined) return refused('not-utf8')
  return kind === 'json' ? readJson(text) : readForm(text)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A byte order mark stays, and does not parse: evidence is of the very bytes that came. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** A field that comes more than once becomes a list. */
function readForm(text: string): Read {
  const fields = new Map<string, string | string[]>()
  for (const part of text.split('&')) {
    if (part === '') continue
    const [name, value] = split(part).map(unescapeForm)
    if (name === undefined || value === undefined) return refused('malformed')
    if (isForbidden(name)) return refused('forbidden-key')
    add(fields, name, value)
  }
  return { ok: true, value: Object.fromEntries(fields) }
}

function split(part: string): [string, string] {
  const at = part.indexOf('=')
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)]
}

function add(fields: Map<string, string | string[]>, name: string, value: string): void {
  const before = fields.get(name)
  if (before === undefined) fields.set(name, value)
  else if (typeof before === 'string') fields.set(name, [before, value])
  else before.push(value)
}

function unescapeForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
