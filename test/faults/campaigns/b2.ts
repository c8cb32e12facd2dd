import type { Campaign, Depth, Trials } from '../campaign.ts'
import { cutShort } from '../kit/cut-short.ts'
import { type Fault, injectAll, lacksStrace, type Point } from '../kit/inject.ts'
import { some } from '../kit/some.ts'

const MOST: Readonly<Record<Depth, number>> = { short: 2, nightly: Infinity, release: Infinity }
/** Of the sizes beyond which no file may grow. */
const SIZES: Readonly<Record<Depth, number>> = { short: 2, nightly: 150, release: Infinity }

export const campaign: Campaign = {
  row: 'B2',
  says: 'A system call on a file fails, with an error of the disk, for want of room or of a quota, or writes the half of what it should: nothing is acknowledged that is not kept.',
  promises: [1, 2, 5],
  lacks: lacksStrace,
  run: async (depth, seed) => {
    const most = MOST[depth]
    const points = (all: readonly Point[]) => some(all, most, seed)
    const short = await cutShort({ most: SIZES[depth], seed })
    if (depth !== 'release')
      return together([await injectAll({ points, fault: (_, n) => faultAt(n + seed) }), short])
    const each = []
    for (const n of ERRORS.keys()) each.push(await injectAll({ points, fault: () => faultAt(n) }))
    return together([...each, short])
  },
  // A failed write is acknowledged all the same.
  control: async (seed) => {
    const failed = await injectAll({
      // Some writes are of the log, which is written again.
      points: (all) => some(all.filter(isOfTheStore), 4, seed),
      fault: () => faultAt(0),
      spoilt: { sabotage: 'careless' },
    })
    const short = await cutShort({ most: 4, seed, sabotage: 'careless' })
    // Each of both must be noticed.
    return failed.failures.length > 0 && short.failures.length > 0
      ? together([failed, short])
      : { trials: failed.trials, failures: [] }
  },
}

const together = (all: readonly Trials[]): Trials => ({
  trials: all.reduce((sum, { trials }) => sum + trials, 0),
  failures: all.flatMap(({ failures }) => failures),
})

const ERRORS = ['EIO', 'ENOSPC', 'EDQUOT'] as const
const faultAt = (n: number): Fault => ({ how: `error=${ERRORS[n % ERRORS.length]}` })
const isOfTheStore = ({ name, path }: Point) => name === 'pwrite64' && path === 'candour.sqlite-wal'
