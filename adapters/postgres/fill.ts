import { CandourError } from '../../bot/errors.ts'
import { type Database, failed, type Query, type Row } from './database.ts'

export interface Filling {
  readonly name: string
  readonly rows: Iterable<Row>
  /** Named by what they say, so that whoever was there first put the same ones there. */
  readonly anybodys?: boolean
}

const AT_ONCE = 500

/**
 * Fills empty tables with rows from elsewhere, as they are: all of it, or nothing. `after` is asked
 * in the same transaction. Throws `store/holds-other` where something is there already.
 */
export async function fill(
  db: Database,
  tables: Iterable<Filling>,
  after?: (query: Query) => Promise<void>,
): Promise<void> {
  try {
    await db.within(async (query) => {
      await query('SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0')
      for (const table of tables) await fillTable(query, table)
      await after?.(query)
    })
  } catch (error) {
    throw failed(error, { do: 'run the same again: it goes on with what is not there yet' })
  }
}

async function fillTable(query: Query, { name, rows, anybodys = false }: Filling): Promise<void> {
  if (!anybodys && (await query(`SELECT FROM ${name} LIMIT 1`)).length > 0)
    throw new CandourError('store/holds-other', { table: name, why: 'it is not empty' })
  const sql = `INSERT INTO ${name} OVERRIDING SYSTEM VALUE
    SELECT * FROM jsonb_populate_recordset(NULL::public.${name}, $1)
    ${anybodys ? 'ON CONFLICT DO NOTHING' : ''}`
  for (const { json } of inBatches(rows)) await query(sql, [json])
}

/** Rows as `jsonb_populate_recordset` reads them. */
export interface Batch {
  readonly json: string
  readonly count: number
  readonly columns: readonly string[]
}

export function* inBatches(rows: Iterable<Row>): Iterable<Batch> {
  let [waiting, columns]: [string[], string[]] = [[], []]
  const batch = () => ({ json: `[${waiting.join(',')}]`, count: waiting.length, columns })
  for (const row of rows) {
    columns = Object.keys(row)
    waiting.push(JSON.stringify(row, asText))
    if (waiting.length < AT_ONCE) continue
    yield batch()
    waiting = []
  }
  if (waiting.length > 0) yield batch()
}

/** Bytes as PostgreSQL reads them. */
function asText(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return value
}

/** What follows from the rows of another store: which wait for the log, and what comes next. */
export async function afterEvidence(query: Query, ahead: number): Promise<void> {
  await query(`INSERT INTO unsealed SELECT position, clinic, record_id
    FROM record JOIN consultation ON consultation.id = record.consultation
    WHERE record_id NOT IN (SELECT record_id FROM log_entry)`)
  await query('UPDATE clock SET ahead = greatest(ahead, $1)', [ahead])
  await query(`SELECT setval(pg_get_serial_sequence('record', 'position'),
    (SELECT coalesce(max(position), 1) FROM record))`)
}
