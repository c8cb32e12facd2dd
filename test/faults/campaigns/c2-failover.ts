import { setTimeout as pause } from 'node:timers/promises'
import { Server } from '../../support/server.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { buildWith } from '../kit/build.ts'
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
  run: (depth, seed) => failOver(FAILOVERS[depth], seed),
  // Both must be noticed.
  control: async (seed) => {
    const { trials, failures } = await failOver(1, seed, buildWith(UNGUARDED))
    const isFound = failures.includes(UNNAMED) && failures.some((one) => one.includes('are lost'))
    return { trials, failures: isFound ? failures : [] }
  },
}

/** No commit waits for the standby, and the second place is believed to know no more than there is. */
const UNGUARDED = {
  'adapters/postgres/database.ts': [
    "application_name: 'candour',",
    "application_name: 'candour', options: '-c synchronous_commit=local',",
  ],
  'bot/evidence/log/epoch.ts': ['there.size > size ?', 'false ?'],
} as const

const UNNAMED = 'what the asynchronous standby lost was not named'

async function failOver(times: number, seed: number, build: Build = {}): Promise<Trials> {
  const random = randomOf(seed)
  const failures: string[] = []
  for (let n = 0; n < times; n += 1) failures.push(...(await goesOn(random, build)))
  const { lost, named } = await loses(build)
  if (lost === 0) failures.push('the asynchronous standby lost nothing, so nothing was shown')
  if (!named) failures.push(UNNAMED)
  return { trials: times + 1, failures }
}

type Build = Readonly<Record<string, string>>

/** Through two instances, with a line to the standby that fails a little before the primary does. */
async function goesOn(random: () => number, build: Build): Promise<readonly string[]> {
  const pair = await pairOf(true)
  try {
    const talked = await talkThrough({
      settings: { ...pair.settings, ...build },
      ...{ instances: 2, consultations: PATIENTS, atOnce: PATIENTS },
      // What a sabotage has lost is never answered.
      ...('BREAKS' in build ? { patience: 10_000 } : {}),
      trouble: async () => {
        await pause(1500 + random() * 1500)
        pair.hold()
        await pause(200 + random() * 500)
        await pair.failOver()
        await pause(3000)
      },
    })
    return failuresOf(talked)
  } finally {
    await pair.close()
  }
}

/** How many acknowledged answers an asynchronous standby has not got, and whether a start says so. */
async function loses(build: Build): Promise<{ lost: number; named: boolean }> {
  const pair = await pairOf(false)
  const server = await Server.start({ ...pair.settings, ...build })
  try {
    const patients = Array.from(
      { length: PATIENTS },
      (_, n) => new Patient(() => server.url, `${n}`),
    )
    await Promise.all(patients.map((one) => one.begin().then(() => one.answer(3))))
    await sealed(pair)
    await pair.caughtUp()
    pair.hold()
    await Promise.all(patients.map((one) => one.answer(2)))
    await sealed(pair)
    await server.kill()
    await pair.failOver()
    // It may not start at all.
    await server.start().catch(() => undefined)
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
