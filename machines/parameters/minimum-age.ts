import type { Authority } from '../cited.ts'
import { type Day, day } from '../time.ts'
import { type Dated, inForceOn, type Place } from './dated.ts'

/** How old someone must be, and who says so. */
export interface MinimumAge {
  readonly years: number
  readonly authority: Authority
  readonly source: `https://${string}`
  readonly status: 'in-force' | 'policy'
}

/** The same line in every nation: England's, which the others have not drawn yet. */
const asInEngland: Dated<number> = {
  status: 'policy',
  from: day('2021-10-01'),
  value: 18,
  authority: 'clinic-policy',
  source: 'https://www.legislation.gov.uk/ukpga/2021/19',
}

/** Toxin and filler, by place of treatment. No adult's permission changes these. */
export const toxinAndFiller: Readonly<Record<Place, readonly Dated<number>[]>> = {
  england: [
    {
      status: 'in-force',
      from: day('2021-10-01'),
      value: 18,
      authority: 'statute',
      source: 'https://www.legislation.gov.uk/ukpga/2021/19',
    },
  ],
  wales: [asInEngland],
  scotland: [
    asInEngland,
    {
      // Its Schedule 1 also reaches lasers, deep peels and more: add those classes at commencement.
      status: 'enacted-not-commenced',
      value: 18,
      authority: 'statute',
      source: 'https://www.legislation.gov.uk/asp/2026/13',
    },
  ],
  'northern-ireland': [asInEngland],
}

const byClass = new Map([
  ['toxin', toxinAndFiller],
  ['filler', toxinAndFiller],
])

/** The minimum age that binds there on that day, or `undefined` where no such line is drawn. */
export function minimumAgeFor(
  place: Place,
  treatmentClass: string,
  on: Day,
): MinimumAge | undefined {
  const found = inForceOn(byClass.get(treatmentClass)?.[place] ?? [], on)
  if (!found) return undefined
  const { value: years, authority, source, status } = found
  return { years, authority, source, status }
}
