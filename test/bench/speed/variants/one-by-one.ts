import { DatabaseSync } from 'node:sqlite'
import type { SqliteStoreOptions } from '../../../../adapters/sqlite/store.ts'
import type { Store, Turn } from '../../../../bot/ports.ts'
import { createSqliteStore as createForgetful } from './forgetful.ts'

/** What is asked of it is in memory; each turn is a transaction by itself, on the main thread. */
export function createSqliteStore(options: SqliteStoreOptions): Store {
  // Sealed on the main thread, where each is written.
  const { commitUnsealed: _, ...store } = createForgetful(options)
  const write = writer(`${options.path}-one-by-one`)
  return {
    ...store,
    commit: async (turn) => {
      const committed = await store.commit(turn)
      if (committed === 'committed') write(turn)
      return committed
    },
  }
}

/** As many rows with as many bytes as a turn has, as durable as they are in the product. */
function writer(path: string): (turn: Turn) => void {
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
  db.exec('CREATE TABLE row (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID')
  const add = db.prepare('INSERT INTO row VALUES (?, ?)')
  let n = 0
  return ({ consultation, records, activities, key }) => {
    const sealed = [...records, ...activities].map((one) => one.sealed)
    db.exec('BEGIN IMMEDIATE')
    for (const { body } of [...sealed, ...(key ? [key.reply] : [])])
      add.run(`${consultation} ${(n += 1)}`, body)
    db.exec('COMMIT')
  }
}
