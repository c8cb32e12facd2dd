/** What each fact may come to be, as far as the journey can tell one value from another. */
import type { FactName, FactValues, Instant, Pathway } from '../../../machines/contract.ts'
import { FACTS } from '../../../machines/facts.ts'
import { ABILITIES } from '../../../machines/pathways/capacity/guards.ts'
import { day, type Day, dayOf } from '../../../machines/time.ts'
import { ANOTHER, PERFORMER, SUPERVISOR } from '../bounds.ts'

export type Value = (at: Instant) => unknown

/** 18 on the day on which it begins; 18 before the planned day; 17 on that day too; under 16. */
export const BIRTHS: readonly Day[] = ['2008-03-02', '2008-03-10', '2008-12-01', '2011-01-01'].map(
  day,
)

const always =
  (value: unknown): Value =>
  () =>
    value
const words = [always('Some words')]

const OWN: Partial<Record<FactName, readonly Value[]>> = {
  'date-of-birth': BIRTHS.map(always),
  'pack-delivered-at': [(at) => at],
  'explained-at': [(at) => at],
  'consent-taken-at': [(at) => at],
  'consent-taken-by': [PERFORMER, SUPERVISOR, ANOTHER].map(({ id }) => always(id)),
  'reconfirmed-on': [
    (at) => ({ day: dayOf(at), by: PERFORMER.id }),
    (at) => ({ day: dayOf(at), by: ANOTHER.id }),
    () => ({ day: day('2026-01-01'), by: PERFORMER.id }),
  ],
  signature: [(at) => ({ name: 'Rosa Finch', at, meaning: 'consent' })],
  'capacity-findings': [
    ...['can', 'cannot'].map((found) =>
      always(
        Object.fromEntries(
          ABILITIES.flatMap((one) => [
            [one, found],
            [`${one}-findings`, 'Seen'],
          ]),
        ),
      ),
    ),
  ],
  'capacity-support': [always(['plain-words'])],
  'help-needed': [always([])],
  'young-person-findings': [
    always(
      Object.fromEntries(
        [
          ...['exceptional-reason', 'competence', 'physical-benefit', 'physical-detriment'],
          ...['psychological-detriment', 'emotional-detriment', 'best-interest', 'reflection'],
          'own-yes',
        ].map((step) => [step, 'Found']),
      ),
    ),
  ],
  'outside-assessment': [always({ by: 'Dr Outside', words: 'Fine' })],
  // One of several values that nothing in the journey tells apart.
  'age-document': [always('passport')],
  'young-person-parents': [always('will-be-involved')],
  'young-person-treatment-class': [always('laser')],
  'safe-contact': [always('phone')],
  'pack-way': [always('read-here-only')],
  'second-opinion': [always('not-wanted')],
  examination: [always('done')],
  'return-visit-known': [always('known')],
  'gp-informed-after': [always('no')],
  'concern-steps': [always(['nothing-wanted'])],
  'concern-choice': [always('own-choice')],
}

/** Every value that matters of a fact. */
export function domain(name: FactName): readonly Value[] {
  const own = OWN[name]
  if (own) return own
  const schema = FACTS[name]
  if (schema.safeParse(true).success) return [always(true)]
  if (schema.safeParse('Some words').success) return words
  const { options } = schema as { options?: readonly unknown[] }
  if (!options) throw new Error(`nobody said what ${name} may be`)
  return options.map(always)
}

export interface End {
  readonly outcome: string
  readonly writes: Readonly<Partial<Record<FactName, Value>>>
}

/** What a journey makes of facts: `apart` tells values from one another, `open` counts its gates. */
export interface Told {
  readonly apart: string
  readonly open: number
}

/**
 * Every way in which a pathway may end, as far as its outcomes ensure: proved of the pathway,
 * assumed here. Of those that are alike there is the one that opens most, which is the worst.
 */
export function endsOf(pathway: Pathway, tell: (facts: FactValues) => Told): readonly End[] {
  const moment = '2026-03-02T09:00:00.000Z' as Instant
  const found = new Map<string, End & { readonly open: number }>()
  for (const [outcome, { ensures, then, again }] of Object.entries(pathway.outcomes)) {
    for (const writes of assignments(pathway.writes)) {
      const facts = Object.fromEntries(
        Object.entries(writes).map(([name, value]) => [name, value(moment)]),
      )
      if (!ensures(facts)) continue
      const { apart, open } = tell(facts)
      // What led to a decline is not in the open part, so there is one of each.
      const key = JSON.stringify([then, again, then === 'declined-by-practitioner' ? '' : apart])
      const before = found.get(key)
      if (!before || before.open < open) found.set(key, { outcome, writes, open })
    }
  }
  return [...found.values()]
}

function* assignments(names: readonly FactName[]): Generator<Record<string, Value>, void> {
  const [first, ...rest] = names
  if (first === undefined) {
    yield {}
    return
  }
  for (const others of assignments(rest)) {
    yield others
    for (const value of domain(first)) yield { ...others, [first]: value }
  }
}
