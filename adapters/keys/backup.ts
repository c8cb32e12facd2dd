import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CandourError } from '../../bot/errors.ts'
import type { Chance, KeyBackup } from '../../bot/ports.ts'
import { backupsIn, openToRead, openToWrite } from './database.ts'
import { syncFile, syncFolder } from './files.ts'
import { checkCanary } from './sqlite.ts'

const DAY = 86_400_000

export interface BackupOptions {
  /** The database of the keys. */
  readonly path: string
  readonly kek: Uint8Array
  /** Where copies are. Those in it whose time is over are deleted. */
  readonly folder: string
  /** For how many days the copy may be kept: until then an erased key can come back from it. */
  readonly days: number
  /** Milliseconds since 1970. */
  readonly now: number
  readonly chance: Chance
}

export interface BackedUp extends KeyBackup {
  readonly file: string
  /** Copies in the same folder that were deleted, since their time was over. */
  readonly deleted: readonly string[]
}

/**
 * Copies the keys while a server makes more: one moment of them, whole or not at all. The copy
 * opens with the KEK alone, which is not in it, and says itself until when it may be kept.
 */
export function backupKeys({ path, kek, chance, ...where }: BackupOptions): BackedUp {
  const planned = planCopy({ ...where, chance })
  try {
    copy(path, kek, planned)
    return keepCopy(planned, kek, where)
  } finally {
    removeDraft(planned)
  }
}

/** A copy that is being made: nobody finds it before it is whole. */
export interface Planned extends KeyBackup {
  readonly id: string
  readonly draft: string
  readonly file: string
}

type Where = Pick<BackupOptions, 'folder' | 'days' | 'now'>

export function planCopy({ folder, days, now, chance }: Where & { chance: Chance }): Planned {
  const backup = { made: iso(now), until: iso(now + days * DAY) }
  const file = join(folder, `keys-${backup.made.replaceAll(':', '')}.sqlite`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return { ...backup, id: chance.id(), file, draft: `${file}.${chance.id()}` }
}

/** Says in the copy which it is, looks whether it opens, and gives it its name. */
export function keepCopy(planned: Planned, kek: Uint8Array, { folder, now }: Where): BackedUp {
  const { draft, file, id, made, until } = planned
  chmodSync(draft, 0o600)
  const copied = new DatabaseSync(draft)
  try {
    copied.prepare('INSERT INTO this_copy VALUES (?)').run(id)
    checkCopy(copied, kek, draft)
  } finally {
    copied.close()
  }
  chmodSync(draft, 0o400)
  syncFile(draft)
  if (existsSync(file)) throw new Error(`${file} is there already.`)
  renameSync(draft, file)
  syncFolder(folder)
  return { made, until, file, deleted: deleteExpired(folder, now) }
}

export function removeDraft({ draft }: Planned): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(draft + end, { force: true })
}

/** The copies that were made, the newest first, whether or not they still exist. */
export function listBackups(path: string): readonly KeyBackup[] {
  const db = openToRead(path)
  try {
    return backupsIn(db)
  } finally {
    db.close()
  }
}

/** Of a copy that was made here: when, and until when it may be kept. */
export function readStamp(file: string): KeyBackup | undefined {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const sql = 'SELECT made, until FROM backup JOIN this_copy ON backup.id = this_copy.backup'
    return db.prepare(sql).get() as unknown as KeyBackup | undefined
  } catch {
    return undefined
  } finally {
    db.close()
  }
}

/** It is told of before it is made: a copy that nobody knows of would outlive an erasure. */
function copy(path: string, kek: Uint8Array, { id, made, until, draft }: Planned): void {
  const db = openToWrite(path)
  try {
    checkCanary(db, kek)
    db.prepare('INSERT INTO backup VALUES (?, ?, ?)').run(id, made, until)
    db.prepare('VACUUM INTO ?').run(draft)
  } finally {
    db.close()
  }
}

/**
 * One moment of the keys, of which nobody is told: it must be gone when the program ends that asks
 * for it. Whether it opens is for whoever opens it to see.
 */
export function copyForNow(from: string, to: string): void {
  if (!existsSync(from)) throw new Error(`There are no keys in ${from}.`)
  const db = openToRead(from)
  try {
    db.prepare('VACUUM INTO ?').run(to)
  } finally {
    db.close()
  }
  chmodSync(to, 0o600)
}

export function checkCopy(db: DatabaseSync, kek: Uint8Array, file: string): void {
  const whole = db.prepare('PRAGMA integrity_check').get()?.integrity_check
  if (whole !== 'ok') throw new CandourError('store/failed', { file, why: String(whole) })
  checkCanary(db, kek)
}

function deleteExpired(folder: string, now: number): string[] {
  const copies = readdirSync(folder).filter((name) => /^keys-.*[.]sqlite$/.test(name))
  return copies
    .map((name) => join(folder, name))
    .filter((file) => {
      const stamp = readStamp(file)
      if (!stamp || Date.parse(stamp.until) > now) return false
      rmSync(file)
      syncFolder(dirname(file))
      return true
    })
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString() as KeyBackup['made']
