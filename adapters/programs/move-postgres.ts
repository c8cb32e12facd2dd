import { CandourError } from '../../bot/errors.ts'
import type { StoredRecord } from '../../bot/ports.ts'
import type { PostgresSettings } from '../config/postgres.ts'
import { keyContentsOf } from '../keys/contents.ts'
import { checkCanaryIn } from '../keys/postgres.ts'
import { type Database, openDatabase, type Row } from '../postgres/database.ts'
import { afterEvidence, fill } from '../postgres/fill.ts'
import { type Found, type Looked, lookThrough } from '../postgres/look.ts'
import { migrate } from '../postgres/migrate.ts'
import { createPostgresPlace } from '../postgres/place.ts'
import { createPostgresReader } from '../postgres/reader.ts'
import { EVIDENCE } from '../postgres/schema.ts'
import { contentsOf } from '../sqlite/contents.ts'
import { createSqliteReader } from '../sqlite/reader.ts'
import { openKeyDatabase } from './data-postgres.ts'
import { isAboutMoves } from './moved.ts'
import type { Beside } from './placed.ts'

/** What becomes of its rows while a server runs says nothing of whose evidence it is. */
const CHANGES = ['consultation', 'log', 'sitting', 'activity', 'reply', 'link']

/** Throws `store/holds-other` where there is evidence that is not what goes there. */
export function lookAtEvidence(
  path: string,
  owner: string,
  postgres: PostgresSettings,
): Promise<Found> {
  return withEvidence(path, owner, postgres, ({ db, tables }) => lookThrough(db, tables()))
}

/** All of it in one transaction, as the role that owns the tables, and only where nothing is. */
export function moveEvidence(
  path: string,
  owner: string,
  postgres: PostgresSettings,
): Promise<Found> {
  return withEvidence(path, owner, postgres, async ({ db, tables, ahead }) => {
    const found = await lookThrough(db, tables())
    if (found.holds !== 'nothing') return found
    await fill(db, tables(), (query) => afterEvidence(query, ahead))
    return lookThrough(db, tables())
  })
}

interface Evidence {
  readonly db: Database
  readonly tables: () => Iterable<Looked>
  /** Milliseconds that a demo's clock was moved. */
  readonly ahead: number
}

async function withEvidence<T>(
  path: string,
  owner: string,
  { url }: PostgresSettings,
  work: (evidence: Evidence) => Promise<T>,
): Promise<T> {
  const from = contentsOf(path)
  const db = openDatabase({ url: owner, connections: 1 })
  try {
    const known = clinicsIn(from)
    await migrate(db, EVIDENCE, new URL(url).username)
    await refuseOthers(db, known)
    return await work({ db, tables: () => tablesIn(from), ahead: aheadIn(from) })
  } finally {
    await db.close()
    from.close()
  }
}

type Contents = ReturnType<typeof contentsOf>

function* tablesIn(from: Contents): Iterable<Looked> {
  for (const { name, rows } of from.tables()) {
    if (name === 'clock') continue
    if (name === 'bundle') yield { name, rows: wordsIn(rows), anybodys: true }
    else yield { name, rows, changes: CHANGES.includes(name) }
  }
}

function* wordsIn(rows: Iterable<Row>): Iterable<Row> {
  for (const row of rows) if (!isAboutMoves(row['text'])) yield row
}

const rowsIn = (from: Contents, wanted: string): readonly Row[] =>
  [...from.tables()].filter(({ name }) => name === wanted).flatMap(({ rows }) => [...rows])

function aheadIn(from: Contents): number {
  const [row] = rowsIn(from, 'clock')
  return Number(row?.['ahead'] ?? 0)
}

const clinicsIn = (from: Contents): readonly unknown[] =>
  rowsIn(from, 'log').map(({ clinic }) => clinic)

/** Two clinics that were never in one folder are not in one database afterwards. */
async function refuseOthers(db: Database, clinics: readonly unknown[]): Promise<void> {
  const rows = await db.query('SELECT clinic FROM log')
  const others = rows.map(({ clinic }) => clinic).filter((clinic) => !clinics.includes(clinic))
  if (others.length === 0) return
  throw new CandourError('store/holds-other', { 'evidence of': others.join(), where: 'PostgreSQL' })
}

/**
 * Keys that are there are not put there twice; `beside` is asked in the same transaction, with what
 * was found. Throws `store/holds-other` where other keys are.
 */
export async function moveKeys(
  path: string,
  { keys, grade }: PostgresSettings,
  kek: Uint8Array,
  beside: (place: Beside, found: Found) => Promise<void>,
): Promise<Found> {
  const contents = keyContentsOf(path)
  const db = await openKeyDatabase(keys, grade)
  try {
    const found = await lookThrough(db, contents)
    await fill(db, found.holds === 'nothing' ? contents : [], async (query) => {
      await checkCanaryIn(query, kek)
      await beside((name) => createPostgresPlace(query, name), found)
    })
    return found
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
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  )
