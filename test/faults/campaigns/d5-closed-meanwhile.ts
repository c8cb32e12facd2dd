import { setTimeout as pause } from 'node:timers/promises'
import type { Campaign, Depth } from '../campaign.ts'
import type { OpenHouse } from '../open-houses.ts'
import { SWALLOWING } from '../postgres/sabotage.ts'
import { insist, type Race, races } from '../racing.ts'

const TRIALS: Record<Depth, number> = { short: 8, nightly: 1000, release: 3000 }

export const campaign: Campaign = {
  row: 'D5',
  says: 'A practitioner records a withdrawal at one instance while the patient answers at another: the withdrawal stands, an answer is before it or not there, and nothing is taken after it.',
  promises: [2, 6, 9],
  run: (depth, seed) => closures(TRIALS[depth], seed),
  control: (seed) => closures(200, seed, SWALLOWING),
}

const closures = (many: number, seed: number, sabotage?: string) =>
  races({ many, seed, sabotage, trialsEach: 1, answered: 6, trial })

const BY = { id: 'nadia-okafor', role: 'practitioner', assurance: 'demo-sign-in' } as const
const WITHDRAW = { type: 'withdraw', 'on-word-of-patient': true }

async function trial({ houses, patient, random }: Race): Promise<readonly string[]> {
  const [here, there] = houses.all as [OpenHouse, OpenHouse]
  const { store, candour } = here.house
  const consultation = (await store.sitting(patient.conversation))?.consultation ?? ''
  const before = (await store.heads(consultation)).open
  const message = await patient.next()
  // Either may be first, by little enough that they meet.
  const answer = async () => (await pause(random() * 12), insist(patient, there.url, message))
  const close = async () => (
    await pause(random() * 12),
    candour.desk.act(BY, consultation, WITHDRAW)
  )
  const [sent, done] = await Promise.all([answer(), close()])
  const after = (await store.heads(consultation)).open
  const late = await patient.sendTo(there.url, await patient.next())
  const atLast = (await store.heads(consultation)).open
  patient.taken = atLast - 1
  return [
    ...(done.ok ? [] : [`the withdrawal was refused: ${done.said}`]),
    ...([200, 404].includes(sent.status) ? [] : [`the answer was told ${sent.status}`]),
    ...(after - before === 1 || after - before === 2 ? [] : [`${after - before} records came`]),
    ...(atLast === after ? [] : [`an answer was taken after it, with ${late.status}`]),
  ]
}
