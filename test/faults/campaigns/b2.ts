import type { Campaign, Depth } from '../campaign.ts'
import { type Fault, injectAll, lacksStrace, type Point } from '../kit/inject.ts'
import { some } from '../kit/some.ts'

const MOST: Readonly<Record<Depth, number>> = { short: 2, nightly: Infinity, release: Infinity }

export const campaign: Campaign = {
  row: 'B2',
  says: 'A system call on a file fails, with an error of the disk or for want of room: nothing is acknowledged that is not kept.',
  promises: [1, 2, 5],
  lacks: lacksStrace,
  run: async (depth, seed) => {
    const points = (all: readonly Point[]) => some(all, MOST[depth], seed)
    if (depth !== 'release') return injectAll({ points, fault: (_, n) => faultAt(n + seed) })
    const both = [await injectAll({ points, fault: () => faultAt(0) })]
    both.push(await injectAll({ points, fault: () => faultAt(1) }))
    return {
      trials: both.reduce((sum, { trials }) => sum + trials, 0),
      failures: both.flatMap(({ failures }) => failures),
    }
  },
  // A failed write is acknowledged all the same.
  control: (seed) =>
    injectAll({
      // Some writes are of the log, which is written again.
      points: (all) => some(all.filter(isOfTheStore), 4, seed),
      fault: () => faultAt(0),
      spoilt: { sabotage: 'careless' },
    }),
}

const ERRORS = ['EIO', 'ENOSPC'] as const
const faultAt = (n: number): Fault => ({ how: `error=${ERRORS[n % 2]}` })
const isOfTheStore = ({ name, path }: Point) => name === 'pwrite64' && path === 'candour.sqlite-wal'
