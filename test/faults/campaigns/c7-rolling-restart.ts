import { cluster } from '../../support/postgres.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { type InstancesOptions, restartInstances } from '../instances.ts'
import { LOSING } from '../postgres/sabotage.ts'
import { failuresOf } from '../talking.ts'

type Size = Pick<InstancesOptions, 'consultations' | 'answers' | 'atOnce' | 'rounds' | 'instances'>

const SIZES: Record<Depth, Size> = {
  short: { instances: 2, consultations: 24, answers: 14, atOnce: 12, rounds: 1 },
  nightly: { instances: 3, consultations: 1000, answers: 14, atOnce: 1000, rounds: 2 },
  release: { instances: 3, consultations: 5000, answers: 14, atOnce: 1000, rounds: 10 },
}

export const campaign: Campaign = {
  row: 'C7',
  says: 'A thousand consultations at once through three instances, each ended and started again in turn while every connection is cut: each answer is acknowledged once and there once, and every chain verifies.',
  promises: [1, 2],
  run: (depth) => rolling(SIZES[depth]),
  control: () => rolling({ ...SIZES.short, consultations: 6, answers: 12, atOnce: 6 }, LOSING),
}

async function rolling(size: Size, sabotage?: string): Promise<Trials> {
  const found = await restartInstances({
    ...{ ...size, cluster: await cluster(), by: 'SIGTERM', cut: true },
    ...(sabotage === undefined ? {} : { sabotage }),
  })
  const { consultations, answers = 0 } = size
  const missing = consultations * answers - found.acknowledged
  return {
    trials: found.acknowledged,
    failures: [
      ...(missing === 0 ? [] : [`${missing} answers were not acknowledged`]),
      ...failuresOf(found),
    ],
  }
}
