import {
  type BackedUp,
  type BackupOptions,
  keepCopy,
  type Planned,
  planCopy,
  removeDraft,
} from './backup.ts'
import { KEY_TABLE_NAMES } from './contents.ts'
import { openToRead, openToWrite } from './database.ts'
import { checkCanaryIn } from './postgres.ts'
import type { KeyDatabase, KeyRow } from './postgres-database.ts'

/** The latest checkpoint and what was erased, where they are kept beside the keys: lost with them otherwise. */
const PLACE = 'place'

type Table = { readonly name: string; readonly rows: readonly KeyRow[] }

/**
 * The same copy as of the keys in a folder, made of one moment of those in PostgreSQL while
 * instances make more: a file that opens with the KEK alone and says until when it may be kept.
 */
export async function backupFromPostgres(
  db: KeyDatabase,
  { kek, chance, ...where }: Omit<BackupOptions, 'path'>,
): Promise<BackedUp> {
  const planned = planCopy({ ...where, chance })
  try {
    await checkCanaryIn(db.query, kek)
    // Told of before it is made: a copy that nobody knows of would outlive an erasure.
    const { id, made, until } = planned
    await db.query('INSERT INTO backup VALUES ($1, $2, $3)', [id, made, until])
    write(planned, await tablesOf(db))
    return keepCopy(planned, kek, where)
  } finally {
    removeDraft(planned)
  }
}

function tablesOf(db: KeyDatabase): Promise<readonly Table[]> {
  return db.within(async (query) => {
    await query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    const tables: Table[] = []
    for (const name of [...KEY_TABLE_NAMES, PLACE])
      tables.push({ name, rows: await query(`SELECT * FROM ${name}`) })
    return tables
  })
}

function write({ draft }: Planned, tables: readonly Table[]): void {
  const db = openToWrite(draft)
  try {
    db.exec('BEGIN')
    db.exec(`CREATE TABLE ${PLACE} (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT`)
    for (const { name, rows } of tables) {
      const columns = Object.keys(rows[0] ?? {})
      if (columns.length === 0) continue
      const places = columns.map(() => '?').join(', ')
      const insert = db.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places})`)
      for (const row of rows) insert.run(...columns.map((column) => valueOf(row[column])))
    }
    db.exec('COMMIT')
    // One file, with nothing beside it that a copy of the copy could lack.
    db.exec('PRAGMA journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** What was kept beside the keys when that copy was made; a folder’s copy has none. */
export function placesIn(
  file: string,
): readonly { readonly name: string; readonly text: string }[] {
  const db = openToRead(file)
  try {
    const has = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '${PLACE}'`).get()
    const rows = has ? db.prepare(`SELECT name, text FROM ${PLACE}`).all() : []
    return rows.map(({ name, text }) => ({ name: String(name), text: String(text) }))
  } finally {
    db.close()
  }
}

/** The number of the only row is true there and 1 here. */
function valueOf(value: unknown): string | number | Uint8Array {
  if (value === true) return 1
  return value as string | Uint8Array
}
