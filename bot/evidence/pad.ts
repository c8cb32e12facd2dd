import { canonical } from './canonical.ts'
import type { Payload } from './record.ts'

/**
 * Restricted records are multiples of this many bytes long, so that their length, which anybody
 * who holds the store can see, tells no answer. One step holds the longest answer there may be,
 * in any script, twice: in its command and among its facts.
 */
export const STEP = 32_768

/** The payload as it is sealed: of the restricted stream, filled up to a whole step. */
export function padded(payload: Payload): Payload {
  const { pad: _, ...bare } = payload
  if (payload.stream === 'open') return bare
  const length = lengthOf({ ...bare, pad: '' })
  return { ...bare, pad: '0'.repeat((STEP - (length % STEP)) % STEP) }
}

/** What is read was filled up in the same way, by not one nought more. */
export function isPadded({ stream, pad }: Payload, length: number): boolean {
  if (stream === 'open') return pad === undefined
  return pad !== undefined && pad.length < STEP && length % STEP === 0
}

const lengthOf = (value: unknown): number => Buffer.byteLength(canonical(value, 'left-out'))
