import { setTimeout as pause } from 'node:timers/promises'
import { sharedSettings } from '../support/instances.ts'
import { type Cluster, ROLE } from '../support/postgres.ts'
import { asOwner, rowsOf } from './postgres/own.ts'
import { type Among, type Talked, type Talking, talkThrough } from './talking.ts'

export interface InstancesOptions extends Pick<
  Talking,
  'instances' | 'consultations' | 'answers' | 'atOnce'
> {
  readonly cluster: Cluster
  /** Each instance in turn is ended and started again, so many times over. */
  readonly rounds: number
  /** `SIGTERM` lets it finish its turns, `SIGKILL` does not. */
  readonly by: 'SIGTERM' | 'SIGKILL'
  /** Whether every connection to PostgreSQL is cut as well, before each. */
  readonly cut: boolean
  /** Done to the tables before anybody uses them. */
  readonly sabotage?: string
}

export interface InstancesFound extends Talked {
  readonly restarts: number
  readonly cuts: number
}

/**
 * Patients answer through several instances on one PostgreSQL while those are ended one after
 * another and their connections are cut. Every answer must be acknowledged once and be there once.
 */
export async function restartInstances(options: InstancesOptions): Promise<InstancesFound> {
  const { instances, consultations, answers, atOnce } = options
  const done = { restarts: 0, cuts: 0, crashed: 0 }
  const settings = await sharedSettings(options.cluster)
  if (options.sabotage) await rowsOf(asOwner(settings['CANDOUR_POSTGRES'] ?? ''), options.sabotage)
  const talked = await talkThrough({
    ...{ settings, instances, consultations, atOnce },
    ...(answers === undefined ? {} : { answers }),
    trouble: (among) => roll(options, among, done),
  })
  return { ...talked, ...done, crashed: talked.crashed + done.crashed }
}

async function roll(
  { cluster, rounds, by, cut }: InstancesOptions,
  { servers, live, talking }: Among,
  done: { restarts: number; cuts: number; crashed: number },
): Promise<void> {
  for (let round = 0; round < rounds && talking(); round += 1) {
    for (const server of servers) {
      if (!talking()) break
      await pause(500)
      if (cut) {
        await cluster.admin(CUT)
        done.cuts += 1
        await pause(200)
        done.crashed += servers.filter((one) => !one.alive).length
      }
      if (servers.length > 1 && by === 'SIGTERM') live.delete(server)
      await (by === 'SIGKILL' ? server.kill() : server.end())
      live.delete(server)
      await server.start()
      live.add(server)
      done.restarts += 1
    }
  }
}

const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${ROLE}'`
