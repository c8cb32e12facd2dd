import { canonical } from '../canonical.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Throws unless these bytes are text. */
export function readText(bytes: Uint8Array): string {
  return utf8.decode(bytes)
}

/**
 * Throws unless these bytes are the one canonical form of what they say. A name given
 * twice, a space, a float, half a character: none of them comes out as it went in.
 */
export function readCanonical(bytes: Uint8Array): unknown {
  const text = readText(bytes)
  const value: unknown = JSON.parse(text)
  if (canonical(value) !== text) throw new TypeError('not in canonical form')
  return value
}
