import type { DatabaseSync } from 'node:sqlite'
import { LOG_ENTRY, RECORDS, TALK, VERSION } from './schema.ts'

/** By the version that they start from; each ends at this one. */
const STEPS: Readonly<Record<number, string>> = {
  3: `
ALTER TABLE consultation RENAME TO consultation_3;
ALTER TABLE record RENAME TO record_3;
ALTER TABLE sitting RENAME TO sitting_3;
ALTER TABLE activity RENAME TO activity_3;
ALTER TABLE reply RENAME TO reply_3;
ALTER TABLE log_entry RENAME TO log_entry_3;
DROP INDEX consultation_clinic;
DROP INDEX consultation_due;
DROP INDEX sitting_consultation;
DROP INDEX sitting_person;
DROP TRIGGER record_follows;
DROP TRIGGER record_stays_as_it_is;
DROP TRIGGER record_stays;
DROP TRIGGER sitting_stays_ended;
DROP TRIGGER log_entry_stays_as_it_is;
DROP TRIGGER log_entry_stays;
${RECORDS}
${TALK}
${LOG_ENTRY}
INSERT INTO consultation SELECT NULL, id, clinic, person, due FROM consultation_3;
INSERT INTO record SELECT position, number, stream, seq, record_id, leaf, key, iv, body
  FROM record_3 JOIN consultation ON consultation.id = record_3.consultation ORDER BY position;
INSERT INTO sitting SELECT NULL, * FROM sitting_3 ORDER BY began;
INSERT INTO activity SELECT number, n, key, iv, body
  FROM activity_3 JOIN sitting ON sitting.id = activity_3.sitting ORDER BY number, n;
INSERT INTO reply SELECT number, message, key, iv, body
  FROM reply_3 JOIN sitting ON sitting.id = reply_3.sitting ORDER BY number;
INSERT INTO log_entry SELECT clinic, n, position
  FROM log_entry_3 JOIN record ON record.record_id = log_entry_3.record_id ORDER BY clinic, n;
DROP TABLE activity_3;
DROP TABLE reply_3;
DROP TABLE sitting_3;
DROP TABLE log_entry_3;
DROP TABLE record_3;
DROP TABLE consultation_3;
`,
}

/** What can be brought to this version. */
export const KNOWN: readonly number[] = [...Object.keys(STEPS).map(Number), VERSION]

/** Forward only. What fails half way is undone when the connection is closed. */
export function migrate(db: DatabaseSync, from: number): void {
  const step = STEPS[from]
  if (step) db.exec(`BEGIN EXCLUSIVE; ${step} PRAGMA user_version = ${VERSION}; COMMIT`)
}
