import type { Campaign, Depth, Trials } from '../campaign.ts'
import { check } from '../kit/check.ts'
import { type Base, begun, copyOf, inPairs, newPlace, tell } from '../kit/run.ts'
import { STORY } from '../kit/story.ts'

/** One step in so many. */
const EACH: Readonly<Record<Depth, number>> = { short: 130, nightly: 1, release: 1 }

export const campaign: Campaign = {
  row: 'A1',
  says: 'The process is killed before and after everything that a turn, the log or an erasure asks of the stores.',
  promises: [1, 2, 13],
  run: (depth, seed) => killAtSteps(EACH[depth], seed),
  // Acknowledged before it is kept: killed soon after, it is gone.
  control: (seed) => killAtSteps(200, seed, ['--early']),
}

/** Found once. */
let counted: Promise<number> | undefined

async function stepsOf(base: Base, folder: string): Promise<number> {
  const { steps = 0 } = await tell(copyOf(base, folder), { before: base.heard })
  if (steps < STORY.length) throw new Error(`the story has ${steps} steps`)
  return steps
}

/** At one of so many steps of the whole story; afterwards all that was acknowledged is there once. */
async function killAtSteps(
  each: number,
  seed: number,
  more: readonly string[] = [],
): Promise<Trials> {
  const place = newPlace()
  try {
    const base = await begun()
    const steps = await (counted ??= stepsOf(base, place.path('whole')))
    const points = Array.from({ length: steps }, (_, n) => n + 1).filter(
      (n) => n % each === (seed * 7) % each,
    )
    const failures: string[] = []
    await inPairs(points, async (point, lane) => {
      const folder = copyOf(base, place.path(`lane-${lane}`))
      const heard = await tell(folder, { before: base.heard, args: ['--die', `${point}`, ...more] })
      if (heard.signal !== 'SIGKILL') failures.push(`step ${point}: not killed. ${heard.errors}`)
      failures.push(...(await check(folder, heard)).map((fault) => `step ${point}: ${fault}`))
    })
    return { trials: points.length, failures }
  } finally {
    place.remove()
  }
}
