import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CandourError } from '../../bot/errors.ts'
import type { KeyBackup } from '../../bot/ports.ts'
import { syncFolder } from './files.ts'

/** `CdKy` in ASCII. */
const APPLICATION = 0x43644b79
const PATIENCE = 1000

const wrapped = 'iv BLOB NOT NULL CHECK (length(iv) = 12), body BLOB NOT NULL'

const FIRST = `
CREATE TABLE canary (one INTEGER PRIMARY KEY CHECK (one = 1), ${wrapped}) STRICT;
CREATE TABLE person_key (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL UNIQUE,
  ${wrapped}
) STRICT, WITHOUT ROWID;
CREATE TABLE stream_key (
  id TEXT PRIMARY KEY,
  under TEXT NOT NULL REFERENCES person_key,
  consultation TEXT NOT NULL,
  stream TEXT NOT NULL CHECK (stream IN ('open', 'restricted')),
  ${wrapped},
  UNIQUE (consultation, stream)
) STRICT, WITHOUT ROWID;
PRAGMA application_id = ${APPLICATION};
PRAGMA user_version = 1;
`

/** Dates and ids alone: what was copied until when, and what was destroyed. */
const SINCE_2 = `
CREATE TABLE backup (id TEXT PRIMARY KEY, made TEXT NOT NULL, until TEXT NOT NULL)
STRICT, WITHOUT ROWID;
-- In a copy, which of the backups it is. Empty in the one that is used.
CREATE TABLE this_copy (backup TEXT PRIMARY KEY REFERENCES backup) STRICT, WITHOUT ROWID;
CREATE TABLE destroyed (consultation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER destroyed_stays BEFORE DELETE ON destroyed
BEGIN SELECT raise(ABORT, 'what was destroyed stays destroyed'); END;
PRAGMA user_version = 2;
`

const SINCE_3 = `
-- What signs the log of that origin. It belongs to no person, and is never erased with one.
CREATE TABLE signing_key (
  origin TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  ${wrapped}
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 3;
`

/** In order, each from the version that is its place. One that was released is never changed. */
export const KEY_STEPS: readonly string[] = [FIRST, SINCE_2, SINCE_3]
const VERSION = KEY_STEPS.length

/** Several processes may have it open: each key is made in one transaction. */
export function openToWrite(path: string): DatabaseSync {
  create(path)
  const db = new DatabaseSync(path, { timeout: PATIENCE })
  return orClose(db, () => {
    makeSafe(db)
    checkSafe(db)
    db.exec('BEGIN IMMEDIATE')
    const from = versionIn(db)
    if (from !== undefined) for (const step of KEY_STEPS.slice(from)) db.exec(step)
    db.exec('COMMIT')
    checkFormat(db, path)
    syncFolder(dirname(path))
  })
}

/** Also what an earlier version wrote: whoever writes next brings it up to date. */
export function openToRead(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE })
  return orClose(db, () => {
    const version = versionIn(db) ?? 0
    if (version < 1 || version > VERSION) checkFormat(db, path)
  })
}

/** Sets what durability needs. A connection forgets it: each one has to be made safe again. */
export function makeSafe(db: DatabaseSync): void {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON')
  // An erased key must not be found in a free page.
  db.exec('PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF')
}

export function checkSafe(db: DatabaseSync): void {
  for (const [name, value] of [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['fullfsync', 1],
    ['foreign_keys', 1],
    ['secure_delete', 1],
  ] as const) {
    const is = db.prepare(`PRAGMA ${name}`).get()?.[name]
    if (is !== value)
      throw new CandourError('store/unsafe', { [name]: `${String(is)}, not ${value}` })
  }
}

/** What was overwritten is then in none of the files. False while somebody still reads it. */
export function emptyLog(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0
}

export function backupsIn(db: DatabaseSync): readonly KeyBackup[] {
  const rows = db.prepare('SELECT made, until FROM backup ORDER BY made DESC').all()
  return rows.map(({ made, until }) => ({ made, until }) as unknown as KeyBackup)
}

/** Of a file with nothing in it 0, and of another program's nothing. */
function versionIn(db: DatabaseSync): number | undefined {
  if (numberOf(db, 'schema_version') === 0) return 0
  return numberOf(db, 'application_id') === APPLICATION ? numberOf(db, 'user_version') : undefined
}

function checkFormat(db: DatabaseSync, path: string): void {
  const application = numberOf(db, 'application_id')
  const version = numberOf(db, 'user_version')
  if (application !== APPLICATION || version !== VERSION) {
    throw new CandourError('store/another-format', { path, application, version, reads: VERSION })
  }
}

function numberOf(db: DatabaseSync, pragma: string): number {
  return Number(db.prepare(`PRAGMA ${pragma}`).get()?.[pragma])
}

function orClose(db: DatabaseSync, prepare: () => void): DatabaseSync {
  try {
    prepare()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** SQLite gives its other files the mode of this one. */
function create(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
}
