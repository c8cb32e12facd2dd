/**
 * `npm run keys`: what is known of the keys and their copies.
 * `npm run keys -- backup FOLDER [--days N]`, also while a server runs.
 * `npm run keys -- rotate`, while none does.
 * Where the keys are in PostgreSQL the same, and `put-back FILE` into a new database.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createChance } from '../config/chance.ts'
import { type Environment, readSettings } from '../config/env.ts'
import { backupKeys, listBackups } from '../keys/backup.ts'
import { oldKeks } from '../keys/old-keks.ts'
import { currentKek, type KekPlace, rotateKek } from '../keys/rotate.ts'
import { opensKeys } from '../keys/sqlite.ts'
import { lockFile } from '../sqlite/connection.ts'
import { refuseMovedFolder } from './moved.ts'
import { printBackedUp, printBackups, printOldKeks, readBackup } from './keys-told.ts'
import { print } from './print.ts'

type Print = (line: string) => void

const USE = 'Use: npm run keys [-- backup FOLDER [--days N] | rotate]'

/** The whole program: prints what was done, answers the exit code. */
export async function keys(
  env: Environment,
  args: readonly string[],
  print: Print,
  now = Date.now(),
): Promise<number> {
  try {
    const { data, kekFile, postgres } = readSettings(env)
    if (postgres && kekFile) {
      const { keysInPostgres } = await import('./keys-postgres.ts')
      return await keysInPostgres(postgres, kekFile, args, print, now)
    }
    const place = { file: kekFile ?? join(data, 'kek'), keys: join(data, 'keys.sqlite') }
    if (!existsSync(place.keys)) throw new Error(`There are no keys in ${data} yet.`)
    const [what, ...rest] = args
    if (what === undefined) return tell(place, print, now)
    if (what === 'backup') return backup(place, rest, print, now)
    if (what === 'rotate' && rest.length === 0) return await rotate(place, data, print, now)
    throw new Error(USE)
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    return 1
  }
}

function tell(place: KekPlace, print: Print, now: number): number {
  const { kek, from } = currentKek(place)
  const opens = opensKeys(place.keys, kek)
  print(opens ? `The keys open with ${from}.` : `The keys do not open with ${from}.`)
  const copies = listBackups(place.keys)
  printBackups(copies, print, now)
  printOldKeks(oldKeks(place.file), copies, print, now)
  return opens ? 0 : 1
}

function backup(place: KekPlace, rest: readonly string[], print: Print, now: number): number {
  const { folder, days } = readBackup(rest, USE)
  const { kek } = currentKek(place)
  const chance = createChance()
  printBackedUp(backupKeys({ path: place.keys, kek, folder, days, now, chance }), place.file, print)
  return 0
}

async function rotate(place: KekPlace, data: string, print: Print, now: number): Promise<number> {
  const path = join(data, 'candour.sqlite')
  const lock = lockFile(path)
  try {
    // Where it went, the keys are under the same KEK, and would be left without it.
    if (existsSync(path)) await refuseMovedFolder(data)
    const { persons, clean, old } = rotateKek(place, createChance(), new Date(now))
    print(`The keys of ${persons} ${persons === 1 ? 'person is' : 'people are'} under a new KEK.`)
    print(`It is in ${place.file}. Keep a copy of it, in another place.`)
    print(`The old one is in ${old}: it opens nothing here, but copies of the keys from before.`)
    print('npm run keys says until when they need it. Then delete it, and every copy of it.')
    print('Staff sign in again, and chats that were open begin again.')
    if (!clean) print('Somebody was reading the keys: stop that, and run this again.')
    return clean ? 0 : 1
  } finally {
    lock.close()
  }
}

if (import.meta.main) {
  process.exitCode = await keys(process.env, process.argv.slice(2), print)
}
