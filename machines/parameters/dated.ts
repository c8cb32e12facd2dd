import type { Authority } from '../cited.ts'
import type { Day } from '../time.ts'

/** Where the treatment is given: that nation's law applies, wherever the clinic is registered. */
export type Place = 'england' | 'wales' | 'scotland' | 'northern-ireland'

interface Sourced<value> {
  readonly value: value
  readonly authority: Authority
  readonly source: `https://${string}`
}

/** Binds from a day on, by law or because we chose so. */
export interface InForce<value> extends Sourced<value> {
  readonly status: 'in-force' | 'policy'
  readonly from: Day
}

/** Law that is passed but does not bind yet: kept so that whoever commences it finds it here. */
export interface NotCommenced<value> extends Sourced<value> {
  readonly status: 'enacted-not-commenced'
}

/** A value that law or policy sets. Append to its history; never edit an entry that has applied. */
export type Dated<value> = InForce<value> | NotCommenced<value>

/** The latest entry that binds on a day, or `undefined` before the first. */
export function inForceOn<value>(
  history: readonly Dated<value>[],
  on: Day,
): InForce<value> | undefined {
  return history
    .filter((entry) => entry.status !== 'enacted-not-commenced')
    .filter(({ from }) => from <= on)
    .reduce<InForce<value> | undefined>(
      (latest, entry) => (latest && latest.from > entry.from ? latest : entry),
      undefined,
    )
}
