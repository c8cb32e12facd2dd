import type { DatabaseSync } from 'node:sqlite'
import type { Chance, DataKey } from '../../bot/ports.ts'
import { forSigning } from './purposes.ts'
import { KEY_BYTES, unwrap, wrap, type Wrapped } from './wrap.ts'

interface Under {
  readonly db: DatabaseSync
  readonly kek: Uint8Array
}

/** What signs the log of that origin: it belongs to no person, and is erased with none. */
export function findSigning({ db, kek }: Under, origin: string): DataKey | undefined {
  if (!hasTable(db)) return undefined
  const row = db.prepare('SELECT id, iv, body FROM signing_key WHERE origin = ?').get(origin)
  if (!row) return undefined
  const id = row.id as string
  return { id, bytes: unwrap(row as unknown as Wrapped, kek, forSigning(id, origin)) }
}

export function makeSigning({ db, kek }: Under, chance: Chance, origin: string): DataKey {
  const id = chance.id()
  const bytes = chance.bytes(KEY_BYTES)
  const wrapped = wrap(bytes, kek, forSigning(id, origin), chance)
  db.prepare(
    'INSERT INTO signing_key (origin, id, iv, body) VALUES (:origin, :id, :iv, :body)',
  ).run({ origin, id, ...wrapped })
  return { id, bytes }
}

/** Within a transaction that changes the KEK. */
export function rewrapSigning(
  db: DatabaseSync,
  from: Uint8Array,
  to: Uint8Array,
  chance: Chance,
): void {
  const put = db.prepare('UPDATE signing_key SET iv = :iv, body = :body WHERE id = :id')
  for (const row of db.prepare('SELECT id, origin, iv, body FROM signing_key').all()) {
    const [id, origin] = [row.id as string, row.origin as string]
    const key = unwrap(row as unknown as Wrapped, from, forSigning(id, origin))
    put.run({ id, ...wrap(key, to, forSigning(id, origin), chance) })
  }
}

/** A reader may have what an earlier version wrote. */
function hasTable(db: DatabaseSync): boolean {
  return db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'signing_key'`).get() !== undefined
}
