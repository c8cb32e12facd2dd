import type { Campaign, Depth } from '../campaign.ts'
import { injectAll, lacksStrace, type Point } from '../kit/inject.ts'
import { some } from '../kit/some.ts'

const MOST: Readonly<Record<Depth, number>> = { short: 2, nightly: Infinity, release: Infinity }

export const campaign: Campaign = {
  row: 'A2',
  says: 'The process is killed at each system call that writes, flushes, cuts, links or deletes a file.',
  promises: [1, 2, 13],
  lacks: lacksStrace,
  run: (depth, seed) =>
    injectAll({ points: (all) => some(all, MOST[depth], seed), fault: () => KILLED }),
  // Acknowledged before it is kept: killed at the next write, it is gone.
  control: (seed) =>
    injectAll({
      points: (all) => some(all.filter(isOfTheStore), 1, seed),
      fault: () => KILLED,
      spoilt: { args: ['--early'] },
    }),
}

const KILLED = { how: 'signal=KILL' }
const isOfTheStore = ({ name, path }: Point) => name === 'pwrite64' && path === 'candour.sqlite-wal'
