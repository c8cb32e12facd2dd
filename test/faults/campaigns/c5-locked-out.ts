import pg from 'pg'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { type Houses, withHouses } from '../open-houses.ts'
import { Patient } from '../patient.ts'
import { asOwner } from '../postgres/own.ts'
import { HURRIED } from '../postgres/sabotage.ts'
import { atLast, insist } from '../racing.ts'

const ROUNDS: Record<Depth, number> = { short: 1, nightly: 8, release: 100 }
const AT_ONCE = 24

export const campaign: Campaign = {
  row: 'C5',
  says: 'Somebody holds the row, or the table that every request needs, until locks and connections run out: 503 with Retry-After, never half a turn, and sent again it is taken.',
  promises: [2, 5],
  run: (depth) => lockedOut(ROUNDS[depth]),
  control: () => lockedOut(1, HURRIED),
}

async function lockedOut(rounds: number, sabotage?: string): Promise<Trials> {
  return withHouses(1, sabotage, {}, async (houses) => {
    const url = houses.all[0]?.url ?? ''
    const patients = Array.from({ length: AT_ONCE }, (_, n) => new Patient(() => url, `${n}`, 3))
    for (const patient of patients) await patient.begin()
    for (const patient of patients) await patient.answer(1)
    const failures: string[] = []
    for (let round = 0; round < rounds; round += 1)
      for (const held of HELD) failures.push(...(await hold(houses, url, patients, held)))
    const all = [...failures, ...(await atLast(houses, patients))]
    return { trials: rounds * HELD.length * AT_ONCE, failures: [...new Set(all)] }
  })
}

/** What is held: every consultation's row, and then the table without which nothing is answered. */
const HELD = ['SELECT FROM consultation FOR UPDATE', 'LOCK TABLE sitting'] as const

async function hold(
  { settings }: Houses,
  url: string,
  patients: readonly Patient[],
  held: string,
): Promise<string[]> {
  const said = await Promise.all(
    patients.map(async (patient) => ({ patient, message: await patient.next() })),
  )
  const holder = new pg.Client(asOwner(settings['CANDOUR_POSTGRES'] ?? ''))
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query(held)
  const told = await Promise.all(said.map(({ patient, message }) => patient.sendTo(url, message)))
  await holder.query('ROLLBACK')
  await holder.end()
  const again = await Promise.all(said.map(({ patient, message }) => insist(patient, url, message)))
  for (const patient of patients) patient.taken += 1
  return [
    ...told
      .filter(({ status, after }) => status !== 503 || !after)
      .map(({ status }) => `${held}: ${status}, without a time to try again`),
    ...again
      .filter(({ status }) => status !== 200)
      .map(({ status }) => `${held}: sent again, it was told ${status}`),
  ]
}
