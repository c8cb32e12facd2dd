import type { Campaign, Depth } from '../campaign.ts'
import { injectAll, type Injecting, lacksStrace, type Point } from '../kit/inject.ts'
import type { Ended } from '../kit/run.ts'
import { some } from '../kit/some.ts'

const MOST: Readonly<Record<Depth, number>> = { short: 1, nightly: Infinity, release: Infinity }

export const campaign: Campaign = {
  row: 'B3',
  says: 'A flush fails once and would succeed the next time: the process acknowledges nothing more and ends.',
  promises: [1, 5],
  lacks: lacksStrace,
  run: (depth, seed) => failFlushes(MOST[depth], seed),
  // A failed flush is tried again, and believed.
  control: (seed) => failFlushes(1, seed, { sabotage: 'careless' }),
}

function failFlushes(most: number, seed: number, spoilt: Injecting['spoilt'] = {}) {
  return injectAll({
    points: (all) => some(all.filter(isFlush), most, seed),
    fault: () => ({ how: 'error=EIO', ended: stopped }),
    spoilt,
  })
}

const isFlush = ({ name, path }: Point) =>
  (name === 'fsync' || name === 'fdatasync') && path.endsWith('-wal')

/** What it had been asked for is never answered. */
function stopped({ code, open }: Ended): string | undefined {
  return code === 1 && open ? undefined : 'it went on'
}
