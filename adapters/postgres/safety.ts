import { CandourError } from '../../bot/errors.ts'
import type { Query } from './database.ts'

/**
 * What an acknowledged turn survives. `single`: the loss of power, not of the machine. `sync`: the
 * loss of the primary, while a standby was there. `sync-strict`: nothing is taken without one.
 */
export const GRADES = ['single', 'sync', 'sync-strict'] as const
export type Grade = (typeof GRADES)[number]

export interface Standing {
  readonly version: string
  readonly grade: Grade
}

const NEEDED = ['fsync', 'full_page_writes', 'synchronous_commit', 'synchronous_standby_names']

/**
 * Reads back what durability needs, on the connection that is to write: a role or a database may
 * have settings of its own. Throws `store/unsafe` naming everything that is wrong.
 */
export async function checkSettings(query: Query, wanted: Grade = 'single'): Promise<Standing> {
  const rows = await query(
    `SELECT name, setting FROM pg_settings WHERE name = ANY ($1) OR name = 'server_version'`,
    [NEEDED],
  )
  const is = Object.fromEntries(rows.map(({ name, setting }) => [name, setting])) as Settings
  const grade = gradeOf(is, wanted)
  const wrong = { ...switchedOff(is), ...(await recovering(query)), ...tooLow(grade, wanted) }
  if (Object.keys(wrong).length > 0) throw new CandourError('store/unsafe', wrong)
  return { version: is['server_version'] ?? 'unknown', grade }
}

type Settings = Readonly<Record<string, string>>

const FLUSHES = ['on', 'remote_apply', 'remote_write', 'local']
/** Those with which a standby has it on disk before anybody is told. */
const ON_STANDBY = ['on', 'remote_apply']

function switchedOff(is: Settings): Record<string, string> {
  const wrong: Record<string, string> = {}
  for (const name of ['fsync', 'full_page_writes']) {
    if (is[name] !== 'on') wrong[name] = `${is[name] ?? 'unknown'}, not on`
  }
  const commit = is['synchronous_commit'] ?? 'unknown'
  if (!FLUSHES.includes(commit)) wrong['synchronous_commit'] = `${commit}, not on`
  return wrong
}

function gradeOf(is: Settings, wanted: Grade): Grade {
  const named = (is['synchronous_standby_names'] ?? '') !== ''
  if (!named || !ON_STANDBY.includes(is['synchronous_commit'] ?? '')) return 'single'
  return wanted === 'sync-strict' ? 'sync-strict' : 'sync'
}

function tooLow(grade: Grade, wanted: Grade): Record<string, string> {
  if (grade !== 'single' || wanted === 'single') return {}
  return { grade: `single, not ${wanted}: no standby has to confirm what is written` }
}

/** A standby answers like a primary, and knows less. */
async function recovering(query: Query): Promise<Record<string, string>> {
  const [row] = await query('SELECT pg_is_in_recovery() AS standby')
  return row?.['standby'] === true ? { server: 'a standby, not the primary' } : {}
}

/** What nobody may change who answers patients. */
const EVIDENCE = ['record', 'log_entry', 'log_node', 'bundle', 'erased', 'ended']

/** This role, and every other whose rights it has or can take: a superuser’s own say enough. */
const MINE = `mine AS (
  SELECT * FROM pg_catalog.pg_roles AS r WHERE rolname = current_user OR (
    pg_catalog.pg_has_role(current_user, r.oid, 'MEMBER')
    AND NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)
  )
)`

/** A role that may do one of these may do what no table refuses, or give itself what it lacks. */
const POWERS = `WITH ${MINE}
  SELECT rolname AS role, power FROM mine, LATERAL (VALUES
    (rolsuper, 'is a superuser: nothing is refused to it'),
    (rolcreaterole, 'may make roles'),
    (rolreplication, 'may copy the whole server'),
    (rolname IN ('pg_execute_server_program', 'pg_write_server_files'), 'may write the server’s files')
  ) AS powers (has, power) WHERE has`

/** A trigger could leave out what is written, and whoever owns what a table is in can drop it. */
const RIGHTS = `WITH ${MINE}, evidence AS (
    SELECT name, pg_catalog.to_regclass(name) AS id FROM unnest($1::text[]) AS name
  )
  SELECT name, rolname AS role, 'may ' || p AS power
  FROM mine, evidence, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS p
  WHERE pg_catalog.has_table_privilege(mine.oid, id, p)
    OR (p = 'UPDATE' AND pg_catalog.has_any_column_privilege(mine.oid, id, p))
  UNION ALL
  SELECT name, rolname, 'owns it' FROM evidence JOIN pg_catalog.pg_class AS c ON c.oid = id
  JOIN mine ON mine.oid = relowner
  UNION
  SELECT nspname, rolname, 'owns it' FROM evidence JOIN pg_catalog.pg_class AS c ON c.oid = id
  JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace JOIN mine ON mine.oid = nspowner
  UNION
  SELECT datname, rolname, 'owns it' FROM pg_catalog.pg_database JOIN mine ON mine.oid = datdba
  WHERE datname = pg_catalog.current_database()`

/** Throws `store/unsafe` where no right that is taken from the role would count. */
export async function checkNotSuper(query: Query): Promise<void> {
  const powers = await query(POWERS)
  refuse(powers.map(({ role, power }) => [role, power] as const))
}

/**
 * A role that could change evidence must not run Candour. Throws `store/unsafe` with each right
 * that it has and should not have.
 */
export async function checkRole(query: Query): Promise<void> {
  await checkNotSuper(query)
  const rights = await query(RIGHTS, [EVIDENCE])
  refuse(rights.map(({ name, role, power }) => [name, `${String(role)} ${String(power)}`] as const))
}

function refuse(wrong: readonly (readonly [unknown, unknown])[]): void {
  if (wrong.length === 0) return
  const named = Map.groupBy(wrong, ([name]) => String(name))
  const all = [...named].map(([name, why]) => [name, why.map(([, one]) => one).join(', ')] as const)
  throw new CandourError('store/unsafe', Object.fromEntries(all))
}
