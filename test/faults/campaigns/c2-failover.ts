import { setTimeout as pause } from 'node:timers/promises'
import { Server } from '../../support/server.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { Patient } from '../patient.ts'
import { rowsOf } from '../postgres/own.ts'
import { type Pair, pairOf } from '../postgres/standby.ts'
import { randomOf } from '../random.ts'
import { count, failuresOf, talkThrough } from '../talking.ts'

const FAILOVERS: Record<Depth, number> = { short: 1, nightly: 8, release: 50 }
const PATIENTS = 6

export const campaign: Campaign = {
  row: 'C2',
  says: 'The primary is lost while patients answer: its synchronous standby has all that was acknowledged, and goes on with it; what an asynchronous one lost is named at the next start.',
  promises: [1, 2, 5],
  lacks: async () =>
    process.platform === 'win32' ? 'the copy for a standby is made with cp' : undefined,
  async run(depth, seed) {
    const random = randomOf(seed)
    const failures: string[] = []
    for (let n = 0; n < FAILOVERS[depth]; n += 1) failures.push(...(await goesOn(random)))
    const { lost, named } = await loses()
    if (lost === 0) failures.push('the asynchronous standby lost nothing, so nothing was shown')
    if (!named) failures.push('what the asynchronous standby lost was not named')
    return { trials: FAILOVERS[depth] + 1, failures }
  },
  control: () => unguarded(),
}

/** Through two instances, with a line to the standby that fails a little before the primary does. */
async function goesOn(random: () => number): Promise<readonly string[]> {
  const pair = await pairOf(true)
  try {
    const talked = await talkThrough({
      ...{ settings: pair.settings, instances: 2, consultations: PATIENTS, atOnce: PATIENTS },
      trouble: async () => {
        await pause(1500 + random() * 1500)
        pair.hold()
        await pause(random() * 500)
        await pair.failOver()
        await pause(3000)
      },
    })
    return failuresOf(talked)
  } finally {
    await pair.close()
  }
}

/** The sabotage: nobody waits for the standby, and the second place is put back with it. */
async function unguarded(): Promise<Trials> {
  const { lost, named } = await loses(true)
  const caught = lost > 0 && !named
  const failures = [`${lost} acknowledged answers are lost`, 'and it was not named']
  return { trials: 1, failures: caught ? failures : [] }
}

/** How many acknowledged answers an asynchronous standby has not got, and whether a start says so. */
async function loses(forgotten = false): Promise<{ lost: number; named: boolean }> {
  const pair = await pairOf(false)
  const server = await Server.start(pair.settings)
  try {
    const patients = Array.from(
      { length: PATIENTS },
      (_, n) => new Patient(() => server.url, `${n}`),
    )
    await Promise.all(patients.map((one) => one.begin().then(() => one.answer(3))))
    await sealed(pair)
    await pair.caughtUp()
    const before = await placesOf(pair)
    pair.hold()
    await Promise.all(patients.map((one) => one.answer(2)))
    await sealed(pair)
    await server.kill()
    await pair.failOver()
    if (forgotten) await putBack(pair, before)
    await server.start()
    const { said } = await server.verify()
    const { lost } = await count(said, patients, pair.settings)
    return { lost, named: /Records? \d+.* missing: an older copy was put back/.test(server.said) }
  } finally {
    await server.stop()
    await pair.close()
  }
}

/** Until all that was said is under a checkpoint, and that one in the second place. */
async function sealed({ owner }: Pair): Promise<void> {
  const all = `SELECT signed = published AND NOT EXISTS (SELECT FROM unsealed) AS all FROM log`
  while ((await rowsOf(owner, all))[0]?.['all'] !== true) await pause(50)
}

const placesOf = ({ settings }: Pair) =>
  rowsOf(settings['CANDOUR_POSTGRES_KEYS'] ?? '', 'SELECT name, text FROM place')

async function putBack({ settings }: Pair, places: Awaited<ReturnType<typeof placesOf>>) {
  for (const { name, text } of places)
    await rowsOf(
      settings['CANDOUR_POSTGRES_KEYS'] ?? '',
      `UPDATE place SET text = convert_from('\\x${Buffer.from(String(text)).toString('hex')}', 'UTF8') WHERE name = '${String(name)}'`,
    )
}
