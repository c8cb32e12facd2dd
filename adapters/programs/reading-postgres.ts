import type { PostgresSettings } from '../config/postgres.ts'
import { readKek } from '../keys/kek.ts'
import { createPostgresKeyReader } from '../keys/postgres.ts'
import { openDatabase } from '../postgres/database.ts'
import { createPostgresPlace } from '../postgres/place.ts'
import { reaching } from '../postgres/reached.ts'
import { createPostgresReader } from '../postgres/reader.ts'
import type { Reading } from './reader.ts'

export async function readPostgres(
  { url, keys: keysUrl }: PostgresSettings,
  kekFile: string,
): Promise<Reading> {
  const kek = readKek(kekFile)
  const reader = await reaching(url, () => createPostgresReader({ url }))
  const db = openDatabase({ url: keysUrl, connections: 2 })
  try {
    const keys = await reaching(keysUrl, () => createPostgresKeyReader({ db, kek }))
    return { reader, keys, place: (name) => createPostgresPlace(db.query, name) }
  } catch (error) {
    await Promise.all([reader.close(), db.close()])
    throw error
  }
}
