import type { StoredRecord } from '../../bot/ports.ts'
import { type Database, failed, openDatabase } from './database.ts'
import { type LogReading, readingOf } from './log.ts'
import { checkVersion } from './migrate.ts'
import { toRecord } from './rows.ts'
import { EVIDENCE } from './schema.ts'

/** Reads the evidence, also while instances write it. */
export interface PostgresReader {
  consultations(): Promise<readonly string[]>
  load(consultation: string): Promise<readonly StoredRecord[]>
  /** Words that consultations began with, by digest. */
  bundles(): Promise<ReadonlyMap<string, string>>
  log(clinic: string): LogReading
  close(): Promise<void>
}

export async function createPostgresReader({ url }: { url: string }): Promise<PostgresReader> {
  const db = openDatabase({ url, connections: 2 })
  try {
    await checkVersion(db.query, EVIDENCE)
  } catch (error) {
    await db.close()
    throw failed(error, { what: 'the database of the evidence' })
  }
  return readerOf(db)
}

function readerOf(db: Database): PostgresReader {
  const records = 'SELECT * FROM record WHERE consultation = $1 ORDER BY stream, seq'
  return {
    consultations: async () =>
      (
        await db.query(
          'SELECT consultation AS id FROM record GROUP BY consultation ORDER BY min(position)',
        )
      ).map(({ id }) => id as string),
    load: async (id) => (await db.query(records, [id])).map(toRecord),
    bundles: async () => {
      const rows = await db.query('SELECT digest, text FROM bundle')
      return new Map(rows.map(({ digest, text }) => [digest as string, text as string]))
    },
    log: (clinic) => readingOf(db.query, clinic),
    close: () => db.close(),
  }
}
