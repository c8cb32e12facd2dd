import type { Instant } from '../machines/time.ts'

const MINUTE = 60_000
/** A sitting ends half an hour after its last answer, and after two hours. */
export const QUIET = 30 * MINUTE
export const LONGEST = 120 * MINUTE

export function isOver(
  { began, last }: { readonly began: Instant; readonly last?: Instant },
  wall: Instant,
): boolean {
  const now = Date.parse(wall)
  return now - Date.parse(began) > LONGEST || now - Date.parse(last ?? began) > QUIET
}

export function before(wall: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(wall) - milliseconds).toISOString() as Instant
}
