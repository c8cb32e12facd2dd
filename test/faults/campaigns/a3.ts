import { setTimeout as pause } from 'node:timers/promises'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { numbers } from '../kit/some.ts'
import { broken } from '../kit/run.ts'
import { Patient } from '../patient.ts'
import { Server } from '../../support/server.ts'

const KILLS: Readonly<Record<Depth, number>> = { short: 1, nightly: 100, release: 1000 }
const PATIENTS = 6

export const campaign: Campaign = {
  row: 'A3',
  says: 'The server is killed at a random moment while six people answer, and is started again.',
  promises: [1, 2],
  run: (depth, seed) => killUnderLoad(KILLS[depth], seed),
  // What is acknowledged is committed a moment later.
  control: (seed) => killUnderLoad(1, seed, broken('late')),
}

/** Whoever gets no answer sends the same again, under the same key, until it is acknowledged. */
async function killUnderLoad(
  kills: number,
  seed: number,
  more: Readonly<Record<string, string>> = {},
): Promise<Trials> {
  const server = await Server.start(more)
  const chance = numbers(seed)
  const failures: string[] = []
  try {
    const patients = Array.from(
      { length: PATIENTS },
      (_, n) => new Patient(() => server.url, `p${n}`),
    )
    let going = true
    const talks = Promise.all(
      patients.map(async (one) => {
        await one.begin()
        do await one.answer(1)
        while (going)
      }),
    ).catch((error: unknown) => failures.push(`somebody was not heard: ${String(error)}`))
    for (let n = 0; n < kills; n += 1) {
      await underWay(patients)
      await pause(chance() * 300)
      if (!server.alive) failures.push('the server ended by itself')
      await server.kill()
      await server.start()
    }
    going = false
    await talks
    failures.push(...(await faultsOf(server, patients)))
    return { trials: kills, failures }
  } finally {
    await server.stop()
  }
}

/** Each has been answered twice since, or has waited long enough for it. */
async function underWay(patients: readonly Patient[]): Promise<void> {
  const taken = () => patients.reduce((sum, one) => sum + one.taken, 0)
  const enough = taken() + 2 * patients.length
  const until = performance.now() + PATIENCE
  while (taken() < enough && performance.now() < until) await pause(20)
}

/** Milliseconds; less than what is committed late waits for. */
const PATIENCE = 3000

/** One record for each answer that was acknowledged, and one for each beginning. */
async function faultsOf(server: Server, patients: readonly Patient[]): Promise<string[]> {
  const { code, said } = await server.verify()
  const held = [...said.matchAll(/^[0-9a-f]+: holds, (\d+) records$/gm)].map(([, n]) => Number(n))
  const taken = patients.map((one) => one.taken + 1)
  const differs = String(held.toSorted(inOrder)) !== String(taken.toSorted(inOrder))
  return [
    ...(code === 0 ? [] : [said]),
    ...(differs ? [`acknowledged were ${taken.join()}, and kept are ${held.join()}`] : []),
  ]
}

const inOrder = (one: number, other: number) => one - other
