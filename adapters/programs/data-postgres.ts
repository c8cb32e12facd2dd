import type { Chance, Keys, Place } from '../../bot/ports.ts'
import type { PostgresSettings } from '../config/postgres.ts'
import { createPostgresKeys } from '../keys/postgres.ts'
import { settleKekInPostgres } from '../keys/postgres-rotate.ts'
import { KEY_TABLES } from '../keys/postgres-schema.ts'
import { type Database, openDatabase } from '../postgres/database.ts'
import { migrate } from '../postgres/migrate.ts'
import { createPostgresPlace } from '../postgres/place.ts'
import { reaching } from '../postgres/reached.ts'
import { checkNotSuper, checkSettings } from '../postgres/safety.ts'
import { createPostgresStore, type PostgresStore } from '../postgres/store.ts'

export interface OpenedPostgres {
  readonly store: PostgresStore
  readonly keys: Keys
  readonly kek: Uint8Array
  readonly place: (name: string) => Place
  readonly standing: PostgresStore['standing']
}

/** Both databases, or neither. */
export async function openPostgres(
  { url, keys: keysUrl, grade }: PostgresSettings,
  kekFile: string,
  chance: Chance,
): Promise<OpenedPostgres> {
  const store = await reaching(url, () => createPostgresStore({ url, grade }))
  const db = await openKeyDatabase(keysUrl, grade).catch(closing(store))
  const kek = await settleKekInPostgres(db.query, kekFile).catch(closing(store, db))
  const keys = await createPostgresKeys({ db, kek, chance }).catch(closing(store, db))
  // Whoever changes the KEK has to see that somebody is here, also after hours without a question.
  await db.listen('candour', () => undefined).ready
  const place = (name: string) => createPostgresPlace(db.query, name)
  return { store, keys, kek, place, standing: store.standing }
}

/** The role that serves the keys owns their tables, and brings them up to date itself. */
export async function openKeyDatabase(
  url: string,
  grade: PostgresSettings['grade'],
): Promise<Database> {
  const check = async (query: Database['query']) => void (await checkSettings(query, grade))
  const db = openDatabase({ url, check, connections: 4, strict: grade === 'sync-strict' })
  const ready = async () => {
    await checkNotSuper(db.query)
    await migrate(db, KEY_TABLES, new URL(url).username)
  }
  await reaching(url, ready).catch(closing(db))
  return db
}

function closing(...opened: readonly { close(): Promise<void> }[]) {
  return async (error: unknown): Promise<never> => {
    await Promise.all(opened.map((one) => one.close()))
    throw error
  }
}
