import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CandourError } from '../../bot/errors.ts'
import { KNOWN, migrate } from './migrate.ts'
import { APPLICATION, SCHEMA, VERSION } from './schema.ts'

/** How long to wait for somebody else’s backup or repair to let go of the file. */
const PATIENCE = 1000

const OPTIONS = { timeout: PATIENCE, allowUnknownNamedParameters: true }

/** The file, held against every other process that would write to it. */
export interface Connection {
  /** Reads what is on disk; the writer’s thread has a connection of its own. */
  readonly db: DatabaseSync
  readonly close: () => void
}

export function connect(path: string): Connection {
  const file = settle(path)
  const lock = lockFile(file)
  try {
    create(file)
    const db = new DatabaseSync(file, OPTIONS)
    return { db: ready(db, file), close: () => (db.close(), lock.close()) }
  } catch (error) {
    lock.close()
    throw error
  }
}

/** For the one thread that writes, while `connect` holds the file. */
export function connectToWrite(path: string): DatabaseSync {
  const db = new DatabaseSync(settle(path), OPTIONS)
  makeSafe(db)
  checkSafe(db)
  db.exec(`PRAGMA cache_size = -${CACHE}`)
  return db
}

/** Kibibytes of pages that the writer keeps: too few, and it reads and writes the same ones again. */
const CACHE = 32_768

/** For work that no server may write beside. Throws `store/in-use` while one runs. */
export function lockFile(path: string): { readonly close: () => void } {
  return takeLock(`${settle(path)}.lock`)
}

/**
 * Reads beside whoever writes: a reader neither waits nor makes anybody wait. `reads`: the versions
 * that it can make something of.
 */
export function connectToRead(path: string, reads: readonly number[] = [VERSION]): DatabaseSync {
  if (!existsSync(path)) throw new Error(`There is no ${path}.`)
  const db = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE })
  try {
    checkFormat(db, path, reads)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Whether nothing was ever recorded there. What cannot be read is not known to hold nothing: after a
 * loss of power that is so until somebody opens it who may write, `readOnly` or not.
 */
export function holdsNothing(path: string, readOnly: boolean): boolean {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(path, { readOnly, timeout: PATIENCE })
    if (numberOf(db, 'schema_version') === 0) return true
    const sql = 'SELECT EXISTS (SELECT 1 FROM record) OR EXISTS (SELECT 1 FROM log) AS holds'
    return db.prepare(sql).get()?.holds === 0
  } catch {
    return false
  } finally {
    db?.close()
  }
}

/** Sets what durability needs. A connection forgets it: each one has to be made safe again. */
export function makeSafe(db: DatabaseSync): void {
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  // On macOS a plain fsync leaves the bytes in the drive.
  db.exec('PRAGMA fullfsync = ON')
  db.exec('PRAGMA foreign_keys = ON')
  // Without it, INSERT OR REPLACE deletes a record behind the triggers' back.
  db.exec('PRAGMA recursive_triggers = ON')
  db.exec('PRAGMA secure_delete = ON')
  db.exec('PRAGMA trusted_schema = OFF')
  // What is undone in part would be written outside of the folder, where nobody looks after it.
  db.exec('PRAGMA temp_store = MEMORY')
}

/** Reads back what was set, since SQLite says nothing where it can't do as it was told. */
export function checkSafe(db: DatabaseSync): void {
  const needed = {
    journal_mode: 'wal',
    synchronous: 2,
    fullfsync: 1,
    foreign_keys: 1,
    recursive_triggers: 1,
  }
  const wrong: Record<string, string> = {}
  for (const [name, value] of Object.entries(needed)) {
    const is = db.prepare(`PRAGMA ${name}`).get()?.[name]
    if (is !== value) wrong[name] = `${String(is)}, not ${value}`
  }
  if (Object.keys(wrong).length > 0) throw new CandourError('store/unsafe', wrong)
}

function ready(db: DatabaseSync, file: string): DatabaseSync {
  try {
    makeSafe(db)
    checkSafe(db)
    if (numberOf(db, 'schema_version') === 0) db.exec(`BEGIN EXCLUSIVE; ${SCHEMA} COMMIT`)
    checkFormat(db, file, KNOWN)
    migrate(db, numberOf(db, 'user_version'))
    syncFolder(file)
    db.exec('PRAGMA query_only = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function checkFormat(db: DatabaseSync, path: string, reads: readonly number[]): void {
  const application = numberOf(db, 'application_id')
  const version = numberOf(db, 'user_version')
  if (application !== APPLICATION || !reads.includes(version)) {
    const known = reads.join(' or ')
    throw new CandourError('store/another-format', { path, application, version, reads: known })
  }
}

function numberOf(db: DatabaseSync, pragma: string): number {
  return Number(db.prepare(`PRAGMA ${pragma}`).get()?.[pragma])
}

/** The same file is the same path here, whichever link led to it. */
function settle(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  return join(realpathSync(dirname(path)), basename(path))
}

/**
 * The kernel lets go of this lock when the process dies, however it dies. It is not taken on the
 * database itself, so that `npm run verify` can read there while the server runs.
 */
function takeLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(path, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock.close()
    throw new CandourError('store/in-use', { path }, { cause })
  }
}

/** SQLite gives its other files the mode of this one. */
function create(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
}

/** A file that its folder has forgotten after a power cut was not durable. */
function syncFolder(file: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
