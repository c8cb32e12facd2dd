import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CandourError } from '../../bot/errors.ts'
import { connectToRead } from './connection.ts'
import { KNOWN } from './migrate.ts'

const FILES = ['', '-wal', '-shm', '-journal']

/**
 * Copies one moment of the database while a server writes to it: whole or not at all, and looked
 * through before it gets its name. It has no key in it.
 */
export function backupDatabase(path: string, folder: string, made: string): string {
  const file = join(folder, `candour-${made.replaceAll(':', '')}.sqlite`)
  const draft = `${file}.draft`
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(file)) throw new Error(`${file} is there already.`)
  try {
    rmSync(draft, { force: true })
    const db = connectToRead(path, KNOWN)
    try {
      db.prepare('VACUUM INTO ?').run(draft)
    } finally {
      db.close()
    }
    chmodSync(draft, 0o400)
    checkCopy(draft)
    place(draft, file)
  } finally {
    for (const end of FILES) rmSync(draft + end, { force: true })
  }
  return file
}

/** Throws unless it is a database that this version can open, and nothing in it is torn. */
export function checkCopy(file: string): void {
  const db = connectToRead(file, KNOWN)
  try {
    const whole = db.prepare('PRAGMA integrity_check').get()?.integrity_check
    const torn = db.prepare('PRAGMA foreign_key_check').get()
    if (whole !== 'ok' || torn) {
      throw new CandourError('store/failed', { file, why: whole === 'ok' ? 'torn' : String(whole) })
    }
  } finally {
    db.close()
  }
}

/**
 * Puts a copy in the place of the database, and the one that was there beside it. Nobody may have
 * either open: see `lockFile`.
 */
export function putBack(copy: string, path: string, now: string): { readonly before?: string } {
  checkCopy(copy)
  const draft = `${path}.draft`
  rmSync(draft, { force: true })
  const source = new DatabaseSync(copy, { readOnly: true })
  try {
    source.prepare('VACUUM INTO ?').run(draft)
  } finally {
    source.close()
  }
  chmodSync(draft, 0o600)
  checkCopy(draft)
  const before = existsSync(path) ? setAside(path, now) : undefined
  place(draft, path)
  return before ? { before } : {}
}

/** With its log, which belongs to it: another database must never find that. */
function setAside(path: string, now: string): string {
  const before = `${path}.before-${now.replaceAll(':', '')}`
  for (const end of FILES) if (existsSync(path + end)) renameSync(path + end, before + end)
  return before
}

/** A file that its folder has forgotten after a power cut was not durable. */
function place(draft: string, file: string): void {
  const opened = openSync(draft, 'r')
  fsyncSync(opened)
  closeSync(opened)
  renameSync(draft, file)
  if (process.platform === 'win32') return
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
