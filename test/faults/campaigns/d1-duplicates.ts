import type { Campaign, Depth } from '../campaign.ts'
import { insist, type Race, races } from '../racing.ts'
import { FORGETFUL } from '../postgres/sabotage.ts'

const TRIALS: Record<Depth, number> = { short: 30, nightly: 1000, release: 10_000 }

export const campaign: Campaign = {
  row: 'D1',
  says: 'The same message comes two to five times, one after another, at once, to different instances, and after a restart: one record, and the same answer to each.',
  promises: [2],
  run: (depth, seed) => duplicates(TRIALS[depth], seed),
  control: (seed) => duplicates(9, seed, FORGETFUL),
}

const duplicates = (many: number, seed: number, sabotage?: string) =>
  races({ many, seed, sabotage, trialsEach: 9, answered: 0, later: 3, trial })

async function trial({ houses, patient, trial: n, random, any }: Race): Promise<readonly string[]> {
  const message = await patient.next()
  patient.taken += 1
  const times = 2 + Math.floor(random() * 4)
  const at = Array.from({ length: times }, any)
  const same = at.map(() => at[0] as string)
  const send = (to: string) => insist(patient, to, message)
  const sent = []
  if (n % 3 === 0) for (const to of at) sent.push(await send(to))
  else sent.push(...(await Promise.all((n % 3 === 1 ? same : at).map(send))))
  if (n % 50 === 20) {
    await houses.reopen(0)
    sent.push(await send((houses.all[0] as { url: string }).url))
  }
  const answers = new Set(sent.map(({ status, text }) => `${status} ${text}`))
  const well = answers.size === 1 && sent[0]?.status === 200
  return well ? [] : [`${times} times the same was answered ${[...answers].join(' and ')}`]
}
