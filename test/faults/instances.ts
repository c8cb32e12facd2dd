import { setTimeout as pause } from 'node:timers/promises'
import { sharedSettings } from '../support/instances.ts'
import { type Cluster, ROLE } from '../support/postgres.ts'
import { Server } from '../support/server.ts'
import { Patient } from './patient.ts'

export interface InstancesOptions {
  readonly cluster: Cluster
  readonly instances: number
  readonly consultations: number
  /** Of each patient. */
  readonly answers: number
  /** So many talk at the same time. */
  readonly atOnce: number
  /** Each instance in turn is ended and started again, so many times over. */
  readonly rounds: number
  /** `SIGTERM` lets it finish its turns, `SIGKILL` does not. */
  readonly by: 'SIGTERM' | 'SIGKILL'
  /** Whether every connection to PostgreSQL is cut as well, before each. */
  readonly cut: boolean
}

export interface InstancesFound {
  readonly acknowledged: number
  /** Of those acknowledged, how many records are missing, or there are too many. */
  readonly lost: number
  readonly doubled: number
  readonly unverifiable: number
  /** How often an instance ended by itself. */
  readonly crashed: number
  /** What had to be sent again, because an instance or a connection was gone. */
  readonly again: number
  readonly restarts: number
  readonly cuts: number
  readonly seconds: number
  readonly said: string
}

/**
 * Patients answer through several instances on one PostgreSQL while those are ended one after
 * another and their connections are cut. Every answer must be acknowledged once and be there once.
 */
export async function restartInstances(options: InstancesOptions): Promise<InstancesFound> {
  const began = performance.now()
  const settings = await sharedSettings(options.cluster)
  const servers = await Promise.all(
    Array.from({ length: options.instances }, () => Server.start(settings)),
  )
  try {
    const live = new Set(servers)
    const patients = patientsOf(options, live)
    let talking = true
    const talks = talkAll(patients, options).finally(() => (talking = false))
    const done = await roll(options, servers, live, () => talking)
    await talks
    const { code, said } = await servers[0]!.verify()
    const counted = count(said, options)
    const seconds = (performance.now() - began) / 1000
    const again = patients.reduce((sum, one) => sum + one.again, 0)
    const acknowledged = patients.reduce((sum, { taken }) => sum + taken, 0)
    const unverifiable = code === 0 ? counted.unverifiable : Math.max(1, counted.unverifiable)
    return { ...counted, ...done, unverifiable, acknowledged, again, seconds, said }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

function patientsOf({ consultations }: InstancesOptions, live: ReadonlySet<Server>): Patient[] {
  let next = 0
  // In turn, without asking whether it is still there: a balancer finds out like everybody else.
  const choose = () => {
    const all = [...live]
    return (all[(next += 1) % all.length] as Server).url
  }
  return Array.from({ length: consultations }, (_, n) => new Patient(choose, `patient ${n}`))
}

async function talkAll(patients: readonly Patient[], options: InstancesOptions): Promise<void> {
  const waiting = [...patients]
  const talkOn = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      await one.begin()
      await one.answer(options.answers)
    }
  }
  await Promise.all(Array.from({ length: options.atOnce }, talkOn))
}

async function roll(
  { cluster, rounds, by, cut }: InstancesOptions,
  servers: readonly Server[],
  live: Set<Server>,
  talking: () => boolean,
): Promise<Pick<InstancesFound, 'restarts' | 'cuts' | 'crashed'>> {
  let [restarts, cuts, crashed] = [0, 0, 0]
  for (let round = 0; round < rounds && talking(); round += 1) {
    for (const server of servers) {
      if (!talking()) break
      await pause(500)
      if (cut) {
        await cluster.admin(CUT)
        cuts += 1
        await pause(200)
        crashed += servers.filter((one) => !one.alive).length
      }
      if (servers.length > 1 && by === 'SIGTERM') live.delete(server)
      await (by === 'SIGKILL' ? server.kill() : server.end())
      live.delete(server)
      await server.start()
      live.add(server)
      restarts += 1
    }
  }
  return { restarts, cuts, crashed }
}

const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${ROLE}'`

/** One record for each answer and one for the beginning: what differs was lost or doubled. */
function count(said: string, { consultations, answers }: InstancesOptions) {
  const held = [...said.matchAll(/^[0-9a-f]+: holds, (\d+) records$/gm)].map(([, n]) => Number(n))
  const off = held.map((records) => records - (answers + 1))
  const missing = Math.max(0, consultations - held.length)
  const extra = Math.max(0, held.length - consultations)
  return {
    lost: off.reduce((sum, by) => sum + Math.max(0, -by), 0) + missing * (answers + 1),
    doubled: off.reduce((sum, by) => sum + Math.max(0, by), 0) + extra,
    unverifiable: [...said.matchAll(/DOES NOT HOLD|CANNOT BE CHECKED/g)].length,
  }
}
