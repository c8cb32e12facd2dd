import type { Campaign, Depth, Trials } from '../campaign.ts'
import { checkAt } from '../kit/check.ts'
import { inPairs, newPlace, tell } from '../kit/run.ts'
import { STORY } from '../kit/story.ts'
import {
  type Begun,
  begunOnPostgres,
  faultsIn,
  itsLeadIsOver,
  withCopy,
} from '../postgres/copies.ts'
import { FORGETFUL } from '../postgres/sabotage.ts'
import { whereOf } from '../postgres/statements.ts'

/** One step in so many. */
const EACH: Readonly<Record<Depth, number>> = { short: 60, nightly: 1, release: 1 }

export const campaign: Campaign = {
  row: 'C9',
  says: 'On PostgreSQL the process is killed before and after each statement that a turn, the keys, the log, its second place or an erasure sends; another one goes on.',
  promises: [1, 2, 13],
  run: (depth, seed) => killAtStatements({ each: EACH[depth], seed }),
  // Acknowledged before it is kept, and which messages were taken not remembered: both must be noticed.
  control: async (seed) => {
    const early = await killAtStatements({ each: 150, seed, args: ['--early'] })
    const forgetful = await killAtStatements({ each: 130, seed, sabotage: FORGETFUL })
    return early.failures.length > 0 && forgetful.failures.length > 0
      ? {
          trials: early.trials + forgetful.trials,
          failures: [...early.failures, ...forgetful.failures],
        }
      : { trials: early.trials, failures: [] }
  },
}

interface Killing {
  readonly each: number
  readonly seed: number
  readonly args?: readonly string[]
  readonly sabotage?: string
}

/** At one of so many steps of the whole story; afterwards all that was acknowledged is there once. */
async function killAtStatements({ each, seed, args = [], sabotage }: Killing): Promise<Trials> {
  const place = newPlace()
  try {
    const base = await begunOnPostgres(sabotage)
    const steps = await stepsOf(base, place.path('whole'))
    const points = Array.from({ length: steps }, (_, n) => n + 1).filter(
      (n) => n % each === (seed * 7) % each,
    )
    const failures: string[] = []
    let trials = 0
    await inPairs(points, async (point, lane) => {
      const found = await killAt(base, place.path(`lane-${lane}`), point, args)
      trials += found ? 1 : 0
      failures.push(...(found ?? []).map((fault) => `step ${point}: ${fault}`))
    })
    return { trials, failures }
  } finally {
    place.remove()
  }
}

function stepsOf(base: Begun, folder: string): Promise<number> {
  return withCopy(base, 'whole', async (settings) => {
    const { steps = 0, errors } = await tell(folder, { before: base.heard, settings })
    if (steps < STORY.length) throw new Error(`the story has ${steps} steps: ${errors}`)
    return steps
  })
}

/** What is not as promised; undefined where the story came to its end, a statement or two sooner. */
function killAt(base: Begun, folder: string, point: number, more: readonly string[]) {
  return withCopy(base, `at_${point}`, async (settings) => {
    const args = ['--die', `${point}`, ...more]
    const heard = await tell(folder, { before: base.heard, settings, args })
    if (heard.steps !== undefined) return undefined
    await itsLeadIsOver(settings)
    const found = await checkAt(whereOf(settings), heard, () => faultsIn(settings))
    return heard.signal === 'SIGKILL' ? found : [`not killed. ${heard.errors}`, ...found]
  })
}
