import type { DatabaseSync } from 'node:sqlite'
import { emptyLog } from './database.ts'

/**
 * What was a key is overwritten in its page, and the log that may hold an older page is emptied.
 * False while somebody still reads from that log.
 */
export function destroyKeys(db: DatabaseSync, consultations: readonly string[]): boolean {
  const under = db.prepare('SELECT DISTINCT under FROM stream_key WHERE consultation = ?')
  const drop = db.prepare('DELETE FROM stream_key WHERE consultation = ?')
  const mark = db.prepare('INSERT INTO destroyed VALUES (?) ON CONFLICT DO NOTHING')
  // Two persons found to be one have both their keys; neither is left when nothing is under it.
  const orphan = db.prepare(`DELETE FROM person_key WHERE id = ?1
    AND NOT EXISTS (SELECT 1 FROM stream_key WHERE under = ?1)`)
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const consultation of consultations) {
      const persons = under.all(consultation)
      drop.run(consultation)
      for (const person of persons) orphan.run(person.under as string)
      mark.run(consultation)
    }
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
  return emptyLog(db)
}

export function isDestroyed(db: DatabaseSync, consultation: string): boolean {
  return (
    db.prepare('SELECT 1 FROM destroyed WHERE consultation = ?').get(consultation) !== undefined
  )
}

export function destroyedIn(db: DatabaseSync): readonly string[] {
  const rows = db.prepare('SELECT consultation FROM destroyed ORDER BY consultation').all()
  return rows.map(({ consultation }) => consultation as string)
}
