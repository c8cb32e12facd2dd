import type { Campaign, Depth } from '../campaign.ts'
import { SWALLOWING } from '../postgres/sabotage.ts'
import { insist, type Race, races } from '../racing.ts'

const TRIALS: Record<Depth, number> = { short: 22, nightly: 1000, release: 10_000 }

export const campaign: Campaign = {
  row: 'D4',
  says: 'Two devices answer the same question at once, through two instances, often differently: one answer is recorded, and both devices are told what holds.',
  promises: [2, 9],
  run: (depth, seed) => devices(TRIALS[depth], seed),
  control: (seed) => devices(11, seed, SWALLOWING),
}

const devices = (many: number, seed: number, sabotage?: string) =>
  races({ many, seed, sabotage, trialsEach: 11, answered: 0, trial })

/** What the other device says instead; where there is nothing, both say the same. */
const OTHER: Readonly<Record<string, object>> = {
  'age/date-of-birth': { answer: '1991-05-04' },
  'age/right-date': { choice: 'not-right' },
  'enquiry/full-name': { answer: 'Alex Example' },
  'enquiry/reason': { answer: 'Something else.' },
}

async function trial({ houses, patient, any }: Race): Promise<readonly string[]> {
  const { id, content } = await patient.asked()
  const one = await patient.next()
  const other = await patient.next(OTHER[content] ? { question: id, ...OTHER[content] } : one.value)
  const [first, second] = [any(), houses.all.map(({ url }) => url)]
  const elsewhere = second.find((url) => url !== first) as string
  const sent = await Promise.all([insist(patient, first, one), insist(patient, elsewhere, other)])
  patient.taken += 1
  const said = sent.map(({ status, text }) => `${status} ${text}`)
  const well = sent.every(({ status }) => status === 200) && said[0] !== said[1]
  return well ? [] : [`at ${content} two devices were told ${said.join(' and ')}`]
}
