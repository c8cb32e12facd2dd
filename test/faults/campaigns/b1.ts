import type { Campaign, Depth } from '../campaign.ts'
import { lacksStrace } from '../kit/inject.ts'
import { cutPower } from '../kit/power.ts'

const STATES: Readonly<Record<Depth, number>> = { short: 60, nightly: 10_000, release: 100_000 }

export const campaign: Campaign = {
  row: 'B1',
  says: 'The power goes after any write or flush: what was not flushed is kept, lost, kept in part or torn.',
  promises: [1, 2, 13],
  lacks: lacksStrace,
  run: (depth, seed) => cutPower({ states: STATES[depth], seed, whole: 50 }),
  // SQLite that does not flush when it commits.
  control: (seed) => cutPower({ states: 40, seed, whole: 1000, sabotage: 'normal' }),
}
