import { setTimeout as pause } from 'node:timers/promises'
import { Server } from '../../support/server.ts'
import type { Trials } from '../campaign.ts'
import { Patient } from '../patient.ts'

export interface UnderLoad {
  readonly times: number
  /** Settings of the server. */
  readonly more?: Readonly<Record<string, string>> | undefined
  /** So many who are there and say nothing by themselves. */
  readonly quiet?: number
  /** What it says as it ends is of no use to anybody. */
  readonly silent?: boolean
  /** What ends the server, and what of it was not as promised: a sentence for each. */
  readonly end: (server: Server, quiet: readonly Patient[]) => Promise<readonly string[]>
}

const PATIENTS = 6

/**
 * A server is ended while six people answer, and is started again, so many times. Whoever gets no
 * answer sends the same again, under the same key, until it is acknowledged.
 */
export async function endUnderLoad(options: UnderLoad): Promise<Trials> {
  const { times, more = {}, quiet = 0, silent = false, end } = options
  const server = await Server.start(more, silent ? 'ignore' : 'inherit')
  const failures: string[] = []
  try {
    const patients = Array.from(
      { length: PATIENTS + quiet },
      (_, n) => new Patient(() => server.url, `p${n}`),
    )
    // What a sabotage has lost is never answered.
    if ('SABOTAGE' in more) for (const one of patients) one.patience = 20_000
    const [talking, waiting] = [patients.slice(quiet), patients.slice(0, quiet)]
    for (const one of waiting) await one.begin()
    let going = true
    const talk = async (one: Patient) => {
      await one.begin()
      do await one.answer(1)
      while (going)
    }
    const talks = Promise.all(talking.map(talk)).catch((error: unknown) =>
      failures.push(`somebody was not heard: ${String(error)}`),
    )
    for (let n = 0; n < times; n += 1) {
      await underWay(talking)
      if (!server.alive) failures.push('the server ended by itself')
      failures.push(...(await end(server, waiting)))
      await server.start()
    }
    going = false
    await talks
    return { trials: times, failures: [...failures, ...(await faultsOf(server, patients))] }
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
