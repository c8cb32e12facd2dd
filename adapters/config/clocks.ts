import type { Instant } from '../../machines/contract.ts'
import { CandourError } from '../../bot/errors.ts'
import type { Clocks } from '../../bot/ports.ts'

/** How far behind the wall may be before nothing that it says is believed. */
const TOLERATED = 2000

export interface ClocksOptions {
  /** The demo's offset in milliseconds, asked anew each time; it only ever grows. */
  readonly offset?: (() => number) | undefined
  /** The last moment that is on record: time goes on from there. */
  readonly last?: Instant | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

/**
 * Neither clock goes back. While the machine's is up to two seconds behind, they stand still;
 * beyond that they throw `clock/went-back`, since no period of reflection could be believed.
 */
export function createClocks({
  offset = () => 0,
  last,
  now = Date.now,
}: ClocksOptions = {}): Clocks {
  const clock = onward(() => now() + offset(), last)
  const wall = onward(now)
  return { clock, wall, offset }
}

function onward(read: () => number, last?: Instant): () => Instant {
  let given = last === undefined ? 0 : Date.parse(last)
  let said = toInstant(given)
  return () => {
    const at = read()
    if (given - at > TOLERATED) throw wentBack(given, at)
    if (at > given) said = toInstant((given = at))
    return said
  }
}

function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant
}

function wentBack(given: number, at: number): CandourError {
  return new CandourError('clock/went-back', { given: toInstant(given), clock: toInstant(at) })
}
