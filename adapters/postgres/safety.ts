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

/** Nothing is refused to a superuser, and no right that is taken from one counts. */
export async function checkNotSuper(query: Query): Promise<string> {
  const [row] = await query(
    'SELECT rolname AS name, rolsuper AS super FROM pg_roles WHERE rolname = current_user',
  )
  const role = String(row?.['name'])
  if (row?.['super'] !== true) return role
  throw new CandourError('store/unsafe', { [role]: 'is a superuser: nothing is refused to it' })
}

/** What nobody may change who answers patients. */
const EVIDENCE = ['record', 'log_entry', 'log_node', 'bundle', 'erased', 'ended']

/**
 * A role that could change evidence must not run Candour. Throws `store/unsafe` with each right
 * that it has and should not have.
 */
export async function checkRole(query: Query): Promise<void> {
  const role = await checkNotSuper(query)
  const wrong: Record<string, string> = {}
  const rights = await query(
    `SELECT t AS name, p AS may FROM unnest($1::text[]) t, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) p
     WHERE has_table_privilege(t, p)
     UNION ALL
     SELECT relname, 'own it' FROM pg_class
     WHERE oid = ANY ($1::regclass[]) AND pg_has_role(relowner, 'MEMBER')`,
    [EVIDENCE],
  )
  for (const { name, may } of rights) wrong[String(name)] = `${role} may ${String(may)}`
  if (Object.keys(wrong).length > 0) throw new CandourError('store/unsafe', wrong)
}
