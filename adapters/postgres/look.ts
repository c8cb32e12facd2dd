import { CandourError } from '../../bot/errors.ts'
import { type Database, failed, type Query } from './database.ts'
import { type Batch, type Filling, inBatches } from './fill.ts'

export interface Looked extends Filling {
  /** A server changes or removes its rows: what became of one says nothing of whose it is. */
  readonly changes?: boolean
}

/** What tables hold that certain rows go to. `more`: all of those that stay, and what came since. */
export interface Found {
  readonly holds: 'nothing' | 'the same' | 'more'
  /** How many rows go there, or are there already. */
  readonly rows: number
}

/** Of one table: how many rows go there, are there byte for byte, and are there at all. */
interface Counted extends Pick<Looked, 'name' | 'anybodys' | 'changes'> {
  readonly go: number
  readonly same: number
  readonly there: number
}

/**
 * Compares tables with the rows that go there, in each column that those have. Throws
 * `store/holds-other` where something is there and one of the rows that stay is not.
 */
export async function lookThrough(db: Database, tables: Iterable<Looked>): Promise<Found> {
  try {
    return await db.within(async (query) => {
      await query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
      await query('SET LOCAL statement_timeout = 0')
      const counted: Counted[] = []
      for (const table of tables) counted.push(await count(query, table))
      return { holds: judged(counted), rows: counted.reduce((sum, { go }) => sum + go, 0) }
    })
  } catch (error) {
    throw failed(error, { what: 'looking at what is there' })
  }
}

function judged(tables: readonly Counted[]): Found['holds'] {
  if (tables.every(({ there, anybodys }) => anybodys || there === 0)) return 'nothing'
  const lacking = tables.find(({ go, same, changes }) => !changes && same < go)
  if (lacking) {
    const { name, go, same, there } = lacking
    throw new CandourError('store/holds-other', { table: name, 'to be there': go, same, there })
  }
  const grown = ({ go, same, there, anybodys }: Counted) => same < go || (!anybodys && there > go)
  return tables.some(grown) ? 'more' : 'the same'
}

async function count(query: Query, { rows, ...table }: Looked): Promise<Counted> {
  const [row] = await query(`SELECT count(*) AS there FROM ${table.name}`)
  const there = Number(row?.['there'])
  const compare = there === 0 ? undefined : await comparing(query, table.name)
  let [go, same] = [0, 0]
  for (const batch of inBatches(rows)) {
    go += batch.count
    same += (await compare?.(batch)) ?? 0
  }
  return { ...table, go, same, there }
}

/** Answers how many of some rows are there as they are. */
async function comparing(query: Query, name: string): Promise<(batch: Batch) => Promise<number>> {
  const keys = (await keysOf(query, name)).join()
  const known = await columnsOf(query, name)
  return async ({ json, columns }) => {
    const shared = columns.filter((one) => known.has(one))
    const of = (table: string) => `ROW(${shared.map((one) => `${table}.${one}`).join()})`
    const [row] = await query(
      `SELECT count(*) AS same FROM jsonb_populate_recordset(NULL::public.${name}, $1) AS given
       JOIN public.${name} AS kept USING (${keys})
       WHERE ${of('given')} IS NOT DISTINCT FROM ${of('kept')}`,
      [json],
    )
    return Number(row?.['same'])
  }
}

async function keysOf(query: Query, name: string): Promise<string[]> {
  const rows = await query(
    `SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
     WHERE indisprimary AND indrelid = $1::regclass`,
    [name],
  )
  return rows.map(({ attname }) => attname as string)
}

/** Numbers that a row has in a file of SQLite alone are no columns here. */
async function columnsOf(query: Query, name: string): Promise<ReadonlySet<string>> {
  const rows = await query(
    'SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0',
    [name],
  )
  return new Set(rows.map(({ attname }) => attname as string))
}
