import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Chance } from '../../bot/ports.ts'
import { emptyLog, openToWrite } from './database.ts'
import { syncFolder } from './files.ts'
import { readKek, writeKek } from './kek.ts'
import { forgetKept, keepKek } from './old-keks.ts'
import { CANARY, forPerson } from './purposes.ts'
import { rewrapSigning } from './signing.ts'
import { checkCanary, opensKeys } from './sqlite.ts'
import { unwrap, wrap, type Wrapped } from './wrap.ts'

export interface KekPlace {
  /** The file of the KEK. */
  readonly file: string
  /** The database of the keys that it wraps. */
  readonly keys: string
}

export interface Rotated {
  readonly persons: number
  /** Where the KEK from before is: copies of the keys that were made before open with it alone. */
  readonly old: string
  /** False when somebody was still reading: the old wrapping is in the log until the next start. */
  readonly clean: boolean
}

const nextOf = (file: string): string => `${file}.next`

/**
 * The KEK that the keys are under now. A rotation that was cut off left a second file: it is the
 * KEK if the keys are under it already, and nothing if they are not.
 */
export function currentKek({ file, keys }: KekPlace): { kek: Uint8Array; from: string } {
  const next = nextOf(file)
  if (existsSync(next) && existsSync(keys)) {
    const kek = readKek(next)
    if (opensKeys(keys, kek)) return { kek, from: next }
  }
  return { kek: readKek(file), from: file }
}

/** The same, and finishes or forgets what was cut off. For whoever alone may write the keys. */
export function settleKek(place: KekPlace): Uint8Array {
  const { kek, from } = currentKek(place)
  if (from !== place.file) adoptKek(place.file)
  else forgetNext(place.file)
  return kek
}

/**
 * Puts every key under a new KEK. Wherever it is cut off, the keys open with the old KEK or with
 * the new one, and that one is on disk. Nobody else may write the keys meanwhile.
 */
export function rotateKek(place: KekPlace, chance: Chance, now = new Date()): Rotated {
  const from = settleKek(place)
  const old = keepKek(place.file, now)
  const to = prepareKek(place.file, chance)
  const rotated = rewrap(place.keys, from, to, chance)
  adoptKek(place.file)
  return { ...rotated, old }
}

/** A change that was cut off before the keys were under the new KEK has never been. */
export function forgetNext(file: string): void {
  if (existsSync(nextOf(file))) forgetKept(file)
  for (const end of ['', '.draft']) rmSync(nextOf(file) + end, { force: true })
}

/** The new KEK must be on disk, whole, before the first key is under it. */
export function prepareKek(file: string, chance: Chance): Uint8Array {
  const next = nextOf(file)
  const draft = `${next}.draft`
  rmSync(draft, { force: true })
  writeKek(draft, chance)
  renameSync(draft, next)
  syncFolder(dirname(file))
  return readKek(next)
}

/** One transaction; afterwards what the old KEK wrapped is in none of the files, if `clean`. */
export function rewrap(
  path: string,
  from: Uint8Array,
  to: Uint8Array,
  chance: Chance,
): Omit<Rotated, 'old'> {
  const db = openToWrite(path)
  try {
    db.exec('BEGIN IMMEDIATE')
    checkCanary(db, from)
    const persons = rewrapAll(db, from, to, chance)
    db.exec('COMMIT')
    return { persons, clean: emptyLog(db) }
  } finally {
    db.close()
  }
}

export function adoptKek(file: string): void {
  renameSync(nextOf(file), file)
  syncFolder(dirname(file))
}

function rewrapAll(db: DatabaseSync, from: Uint8Array, to: Uint8Array, chance: Chance): number {
  const put = db.prepare('UPDATE person_key SET iv = :iv, body = :body WHERE id = :id')
  const rows = db.prepare('SELECT id, person, iv, body FROM person_key').all()
  for (const row of rows) {
    const [id, person] = [row.id as string, row.person as string]
    const key = unwrap(row as unknown as Wrapped, from, forPerson(id, person))
    put.run({ id, ...wrap(key, to, forPerson(id, person), chance) })
  }
  rewrapSigning(db, from, to, chance)
  const wrapped = db.prepare('SELECT iv, body FROM canary').get() as unknown as Wrapped
  const canary = unwrap(wrapped, from, CANARY)
  db.prepare('UPDATE canary SET iv = :iv, body = :body').run({
    ...wrap(canary, to, CANARY, chance),
  })
  return rows.length
}
