import type { Place, StoredRecord } from '../../bot/ports.ts'
import type { PostgresSettings } from '../config/postgres.ts'
import { KEY_TABLE_NAMES, keyContentsOf } from '../keys/contents.ts'
import { createPostgresKeyReader } from '../keys/postgres.ts'
import { type Database, openDatabase } from '../postgres/database.ts'
import { afterEvidence, fill } from '../postgres/fill.ts'
import { migrate } from '../postgres/migrate.ts'
import { createPostgresPlace } from '../postgres/place.ts'
import { createPostgresReader } from '../postgres/reader.ts'
import { EVIDENCE } from '../postgres/schema.ts'
import { contentsOf } from '../sqlite/contents.ts'
import { createSqliteReader } from '../sqlite/reader.ts'
import { openKeyDatabase } from './data-postgres.ts'

/** All of it in one transaction, as the role that owns the tables. */
export async function moveEvidence(
  path: string,
  owner: string,
  { url }: PostgresSettings,
): Promise<number> {
  const from = contentsOf(path)
  const db = openDatabase({ url: owner, connections: 1 })
  try {
    await migrate(db, EVIDENCE, new URL(url).username)
    const all = [...from.tables()]
    const clock = all.find(({ name }) => name === 'clock')
    const [{ ahead = 0 } = {}] = [...(clock?.rows ?? [])] as readonly { ahead?: number }[]
    const tables = all.filter(({ name }) => name !== 'clock')
    return await fill(db, tables, (query) => afterEvidence(query, ahead))
  } finally {
    await db.close()
    from.close()
  }
}

/** Cut off after this, it is found to be done already: the same keys are not moved twice. */
export async function moveKeys(
  path: string,
  { keys, grade }: PostgresSettings,
  kek: Uint8Array,
): Promise<number> {
  const contents = keyContentsOf(path)
  const db = await openKeyDatabase(keys, grade)
  try {
    if ((await keysIn(db)) !== textOf(contents)) await fill(db, contents)
    await createPostgresKeyReader({ db, kek })
    return contents.reduce((sum, { rows }) => sum + rows.length, 0)
  } finally {
    await db.close()
  }
}

async function keysIn(db: Database): Promise<string> {
  const tables = KEY_TABLE_NAMES.map(async (name) => ({
    ...{ name, rows: await db.query(`SELECT * FROM ${name}`) },
  }))
  return textOf(await Promise.all(tables))
}

type Rows = readonly Readonly<Record<string, unknown>>[]

/** In no order of rows or columns. The number of the only row is written in two ways. */
function textOf(tables: readonly { readonly name: string; readonly rows: Rows }[]): string {
  const text = (row: Rows[number]) =>
    Object.entries(row)
      .filter(([name]) => name !== 'one')
      .map(([name, is]) => `${name}=${is instanceof Uint8Array ? hex(is) : String(is)}`)
      .sort()
      .join()
  return JSON.stringify(tables.map(({ name, rows }) => [name, rows.map(text).sort()]))
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export async function movePlaces(
  { keys, grade }: PostgresSettings,
  names: readonly string[],
  from: (name: string) => Place,
): Promise<void> {
  const db = await openKeyDatabase(keys, grade)
  try {
    for (const name of names) {
      const text = await from(name).read()
      const to = createPostgresPlace(db.query, name)
      const there = await to.read()
      if (text === undefined || text === there) continue
      if (!(await to.swap(undefined, text))) throw new Error(`There is another ${name} already.`)
    }
  } finally {
    await db.close()
  }
}

/** Reads everything back as whoever serves reads it. Answers how many records there are. */
export async function compare(path: string, { url }: PostgresSettings): Promise<number> {
  const before = createSqliteReader({ path })
  const after = await createPostgresReader({ url })
  try {
    const ids = before.consultations()
    if (ids.join() !== (await after.consultations()).join())
      throw new Error('There are not the same consultations, in the same order.')
    let count = 0
    for (const id of ids) {
      const [there, here] = [before.load(id), await after.load(id)]
      if (bytesOf(there) !== bytesOf(here)) throw new Error(`${id} is not the same.`)
      count += here.length
    }
    return count
  } finally {
    before.close()
    await after.close()
  }
}

const bytesOf = (records: readonly StoredRecord[]): string =>
  JSON.stringify(records, (_name, value: unknown) =>
    value instanceof Uint8Array ? hex(value) : value,
  )
