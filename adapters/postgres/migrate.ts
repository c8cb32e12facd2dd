import pg from 'pg'
import { CandourError } from '../../bot/errors.ts'
import { type Database, failed, type Query } from './database.ts'

/** The steps of a schema, in order. One that was released is never changed: another follows it. */
export interface Schema {
  /** What is kept there: a database of another kind is not touched. */
  readonly kind: string
  readonly steps: readonly string[]
  /** What the role that serves may do, after every step. */
  readonly grants: (role: string) => string
}

/** Any number will do that nobody else in this database uses. */
const LOCK = 0x43616e64

/**
 * Brings a database up to date, and never back: each step with its number in one transaction.
 * Two that migrate at once take turns. Answers the steps that were taken.
 */
export async function migrate(db: Database, schema: Schema, role: string): Promise<number> {
  try {
    return await db.within(async (query) => {
      await query('SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0')
      await query('SELECT pg_advisory_xact_lock($1)', [LOCK])
      const before = (await versionOf(query, schema.kind)) ?? (await found(query, schema.kind))
      refuseNewer(before, schema)
      for (const [index, step] of schema.steps.slice(before).entries()) {
        await query(step)
        await query('INSERT INTO schema_version VALUES ($1)', [before + index + 1])
      }
      await query(schema.grants(pg.escapeIdentifier(role)))
      return schema.steps.length - before
    })
  } catch (error) {
    throw failed(error, { what: 'migration' })
  }
}

/** Throws unless the schema is the one that this version reads and writes. */
export async function checkVersion(query: Query, schema: Schema): Promise<void> {
  const version = await versionOf(query, schema.kind)
  if (version === schema.steps.length) return
  const is = version ?? 'none'
  throw new CandourError('store/another-format', {
    ...{ kind: schema.kind, version: is, reads: schema.steps.length },
    ...(typeof is === 'number' && is > schema.steps.length
      ? {}
      : { do: 'npm run migrate, with the role that owns the tables' }),
  })
}

function refuseNewer(version: number, { kind, steps }: Schema): void {
  if (version <= steps.length) return
  throw new CandourError('store/another-format', { kind, version, reads: steps.length })
}

async function versionOf(query: Query, kind: string): Promise<number | undefined> {
  const [there] = await query(`SELECT to_regclass('schema_kind') IS NOT NULL AS there`)
  if (there?.['there'] !== true) return undefined
  const [row] = await query(
    `SELECT kind, coalesce((SELECT max(version) FROM schema_version), 0) AS version FROM schema_kind`,
  )
  if (row?.['kind'] === kind) return Number(row['version'])
  throw new CandourError('store/another-format', { kind: String(row?.['kind']), wants: kind })
}

async function found(query: Query, kind: string): Promise<number> {
  await query(
    `CREATE TABLE schema_kind (one boolean PRIMARY KEY DEFAULT true CHECK (one), kind text NOT NULL)`,
  )
  await query('INSERT INTO schema_kind (kind) VALUES ($1)', [kind])
  await query(
    `CREATE TABLE schema_version (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`,
  )
  return 0
}
