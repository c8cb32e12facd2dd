import type { Campaign, Depth } from '../campaign.ts'
import { FORGETFUL } from '../postgres/sabotage.ts'
import { insist, type Race, races } from '../racing.ts'

const TRIALS: Record<Depth, number> = { short: 10, nightly: 300, release: 3000 }

export const campaign: Campaign = {
  row: 'D2',
  says: 'One key comes with two different messages, one after the other or both at once: one is taken, the other is refused as a conflict.',
  promises: [2],
  run: (depth, seed) => otherBodies(TRIALS[depth], seed),
  control: (seed) => otherBodies(6, seed, FORGETFUL),
}

const otherBodies = (many: number, seed: number, sabotage?: string) =>
  races({ many, seed, sabotage, trialsEach: 10, answered: 1, trial })

async function trial({ patient, trial: n, any }: Race): Promise<readonly string[]> {
  const one = await patient.next()
  const other = { ...one, value: { command: 'continue-later' } }
  patient.taken += 1
  const sent =
    n % 2 === 0
      ? await Promise.all([insist(patient, any(), one), insist(patient, any(), other)])
      : [await insist(patient, any(), one), await insist(patient, any(), other)]
  const statuses = sent.map(({ status }) => status)
  const well = statuses.toSorted((a, b) => a - b).join() === '200,409'
  return well ? [] : [`two messages under one key were answered ${statuses.join(' and ')}`]
}
