import type { FactValues } from '../../../machines/contract.ts'
import { coolingOff } from '../../../machines/pathways/cooling-off/facts.ts'
import { type Instant, instant, reflectionEnds } from '../../../machines/time.ts'
import type { Campaign, Trials } from '../campaign.ts'
import { onBuildWith } from '../kit/build.ts'
import { follow } from '../../machines/follow.ts'

export const campaign: Campaign = {
  row: 'E5',
  says: 'Somebody says that they are ready a millisecond before the time to think is over, at its end, and after: for each length from an hour to four weeks.',
  promises: [8],
  run: async () => boundaries(),
  // Exactly that long is not enough.
  control: (seed) => onBuildWith(LONGER, import.meta.filename, seed),
}

const DELIVERED = instant('2027-03-27T23:59:59.999Z')
const LONGEST = 28 * 24

const isOver = (at: Instant, input: FactValues) =>
  follow(coolingOff, ['ready-to-say'], { input, at }).at === 'enough-time'

const LONGER = {
  'machines/pathways/cooling-off/guards.ts': ['event.at >= ends', 'event.at > ends'],
} as const

function boundaries(): Trials {
  const failures: string[] = []
  for (let hours = 1; hours <= LONGEST; hours += 1) {
    const ends = reflectionEnds(DELIVERED, hours)
    const given: FactValues = { 'pack-delivered-at': DELIVERED, 'reflection-ends-at': ends }
    for (const by of [-1, 0, 1]) {
      const at = new Date(Date.parse(ends) + by).toISOString() as Instant
      if (isOver(at, given) !== by >= 0) failures.push(`${hours} hours and ${by} ms`)
    }
  }
  return { trials: LONGEST * 3, failures }
}
