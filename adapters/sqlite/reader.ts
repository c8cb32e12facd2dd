import type { DatabaseSync } from 'node:sqlite'
import { CandourError } from '../../bot/errors.ts'
import type { StoredRecord } from '../../bot/ports.ts'
import { connectToRead } from './connection.ts'
import { prepareLog } from './log-statements.ts'
import { type LogReading, readingOf } from './log.ts'
import { toRecord } from './rows.ts'

/** Reads the evidence, also while a server writes it. */
export interface Reader {
  consultations(): readonly string[]
  load(consultation: string): readonly StoredRecord[]
  /** Words that consultations began with, by digest. */
  bundles(): ReadonlyMap<string, string>
  log(clinic: string): LogReading
  close(): void
}

/**
 * Throws when there is no such file, it is not Candour's, or it is torn: what an index does not lead to
 * would be missing from what is read, and every record that is read would hold.
 */
export function createSqliteReader({ path }: { readonly path: string }): Reader {
  const db = connectToRead(path)
  refuseTorn(db, path)
  const all = db.prepare(`SELECT id FROM record JOIN consultation ON number = consultation
    GROUP BY number ORDER BY min(position)`)
  const records = db.prepare(`SELECT * FROM record
    WHERE consultation = (SELECT number FROM consultation WHERE id = ?) ORDER BY stream, seq`)
  const bundles = db.prepare('SELECT digest, text FROM bundle')
  const log = prepareLog(db)
  return {
    log: (clinic) => readingOf(log, clinic, async (work) => work()),
    consultations: () => all.all().map(({ id }) => id as string),
    load: (consultation) => records.all(consultation).map(toRecord),
    bundles: () =>
      new Map(bundles.all().map(({ digest, text }) => [digest as string, text as string])),
    close: () => db.close(),
  }
}

function refuseTorn(db: DatabaseSync, path: string): void {
  const found = db.prepare('PRAGMA integrity_check(1)').get()?.integrity_check
  if (found === 'ok') return
  db.close()
  throw new CandourError('store/torn', { path, found: String(found) })
}
