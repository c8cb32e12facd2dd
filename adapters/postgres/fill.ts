import { CandourError } from '../../bot/errors.ts'
import { type Database, failed, type Query, type Row } from './database.ts'

export interface Filling {
  readonly name: string
  readonly rows: Iterable<Row>
}

const AT_ONCE = 500

/**
 * Fills empty tables with rows from elsewhere, as they are: all of it, or nothing. `after` is asked
 * in the same transaction. Throws `store/in-use` where something is there already.
 */
export async function fill(
  db: Database,
  tables: Iterable<Filling>,
  after?: (query: Query) => Promise<void>,
): Promise<number> {
  try {
    return await db.within(async (query) => {
      await query('SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0')
      let count = 0
      for (const table of tables) count += await fillTable(query, table)
      await after?.(query)
      return count
    })
  } catch (error) {
    throw failed(error, { what: 'nothing was moved' })
  }
}

async function fillTable(query: Query, { name, rows }: Filling): Promise<number> {
  if ((await query(`SELECT FROM ${name} LIMIT 1`)).length > 0)
    throw new CandourError('store/in-use', { table: name, why: 'it is not empty' })
  let [count, waiting]: [number, string[]] = [0, []]
  const send = async () => {
    const sql = `INSERT INTO ${name} OVERRIDING SYSTEM VALUE
      SELECT * FROM jsonb_populate_recordset(NULL::public.${name}, $1)`
    if (waiting.length > 0) await query(sql, [`[${waiting.join(',')}]`])
    waiting = []
  }
  for (const row of rows) {
    waiting.push(JSON.stringify(row, asText))
    count += 1
    if (waiting.length === AT_ONCE) await send()
  }
  await send()
  return count
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
