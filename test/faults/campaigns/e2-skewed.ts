import { sharedSettings } from '../../support/instances.ts'
import { cluster } from '../../support/postgres.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { skewed } from '../kit/skew.ts'
import { failuresOf, talkThrough } from '../talking.ts'

const SECOND = 1000
const MINUTES = 5 * 60 * SECOND
/** How far the three clocks are from the right one. */
const CLOCKS = [
  [0, SECOND, -SECOND],
  [0, MINUTES, -MINUTES],
] as const
const CONSULTATIONS: Readonly<Record<Depth, number>> = { short: 6, nightly: 60, release: 500 }
const ANSWERS = 8

export const campaign: Campaign = {
  row: 'E2',
  says: 'The clocks of three instances differ, by a second or by five minutes, and each answer goes to another one: what is taken is in the order in which it was taken, and nothing is lost or doubled.',
  promises: [2, 5],
  run: async (depth) => {
    const found = []
    for (const clocks of CLOCKS) found.push(await differ(clocks, CONSULTATIONS[depth]))
    return {
      trials: found.reduce((sum, { trials }) => sum + trials, 0),
      failures: found.flatMap(({ failures }) => failures),
    }
  },
  // Each instance records what its own clock says.
  control: () => differ(CLOCKS[0], 6, true),
}

async function differ(
  clocks: readonly number[],
  consultations: number,
  believing = false,
): Promise<Trials> {
  const settings = await sharedSettings(await cluster())
  const talked = await talkThrough({
    ...{ settings, instances: clocks.length, consultations, answers: ANSWERS, atOnce: 12 },
    own: (n) => skewed(clocks[n] ?? 0, believing),
    trouble: async () => undefined,
  })
  const missing = consultations * ANSWERS - talked.acknowledged
  const apart = `clocks that differ by ${Math.max(...clocks) / SECOND} s`
  return {
    trials: talked.acknowledged,
    failures: [
      ...(missing === 0 ? [] : [`${missing} answers were not acknowledged`]),
      ...failuresOf(talked),
    ].map((fault) => `${apart}: ${fault}`),
  }
}
