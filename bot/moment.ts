import type { Consultation, Instant } from '../machines/contract.ts'
import { CandourError } from './errors.ts'

/** When anything was last put on record, in either stream. */
export function latest({ last, restricted }: Consultation): Instant {
  return last < restricted.last ? restricted.last : last
}

/** How far a clock may be behind the last record before nothing that it says is believed. */
const TOLERATED = 2000

/** Time on record never goes back: a little is waited out, more is a clock that nobody may trust. */
export function notBefore(at: Instant, last: Instant | undefined): Instant {
  if (!last || at >= last) return at
  if (Date.parse(last) - Date.parse(at) > TOLERATED) {
    throw new CandourError('clock/went-back', { given: last, clock: at })
  }
  return last
}
