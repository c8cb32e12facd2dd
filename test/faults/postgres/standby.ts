import { setTimeout as pause } from 'node:timers/promises'
import { sharedSettings } from '../../support/instances.ts'
import { cluster, Cluster, ROLE, TestServer } from '../../support/postgres.ts'
import { rowsOf } from './own.ts'
import { Valve } from './valve.ts'

const NAME = 'standby1'

/** A primary and its standby, with the line between them, and one address for both. */
export interface Pair {
  readonly settings: Readonly<Record<string, string>>
  readonly owner: string
  /** Until the standby has all that the primary has. */
  caughtUp(): Promise<void>
  /** From now on the standby hears nothing of the primary. */
  hold(): void
  /** The primary is gone at once, and the standby takes its place and address. */
  failOver(): Promise<void>
  close(): Promise<void>
}

/** The keys are on another server, as they should be. `waited`: each commit waits for the standby’s disk. */
export async function pairOf(waited: boolean): Promise<Pair> {
  const primary = await TestServer.create()
  await primary.start()
  const made = new Cluster((user, name) => primary.url(user, name))
  await made.admin(`CREATE ROLE ${ROLE} LOGIN`)
  const own = await sharedSettings(made)
  const { CANDOUR_POSTGRES_KEYS = '', CANDOUR_KEK_FILE = '' } = await sharedSettings(
    await cluster(),
  )
  await primary.end('SIGINT')
  const standby = await primary.copied()
  const line = await new Valve(primary.port).listen()
  const address = await new Valve(primary.port).listen()
  await primary.start(...(waited ? [`synchronous_standby_names=${NAME}`] : []))
  const from = `host=127.0.0.1 port=${line.port} user=postgres application_name=${NAME}`
  await standby.start('hot_standby=on', `primary_conninfo=${from}`)
  const url = address.through(own['CANDOUR_POSTGRES'] ?? '')
  const ask = (sql: string) => rowsOf(primary.url('postgres', 'postgres'), sql)
  return {
    settings: { CANDOUR_POSTGRES: url, CANDOUR_POSTGRES_KEYS, CANDOUR_KEK_FILE },
    owner: url.replace(`//${ROLE}@`, '//postgres@'),
    async caughtUp() {
      while ((await ask(BEHIND))[0]?.['behind'] !== '0') await pause(50)
    },
    hold: () => line.hold(),
    async failOver() {
      await primary.end('SIGQUIT')
      await rowsOf(standby.url('postgres', 'postgres'), 'SELECT pg_promote(true, 60)')
      address.move(standby.port)
    },
    async close() {
      await Promise.all([address.close(), line.close()])
      standby.destroy()
      primary.destroy()
    },
  }
}

const BEHIND = `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn)::bigint::text AS behind
  FROM pg_stat_replication WHERE application_name = '${NAME}'`
