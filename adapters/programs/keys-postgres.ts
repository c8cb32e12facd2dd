import { chmodSync, copyFileSync, rmSync } from 'node:fs'
import { createChance } from '../config/chance.ts'
import type { PostgresSettings } from '../config/postgres.ts'
import { CandourError } from '../../bot/errors.ts'
import type { KeyBackup } from '../../bot/ports.ts'
import { readStamp } from '../keys/backup.ts'
import { oldKeks } from '../keys/old-keks.ts'
import { checkCanaryIn } from '../keys/postgres.ts'
import { backupFromPostgres, placesIn } from '../keys/postgres-backup.ts'
import { rotateInPostgres } from '../keys/postgres-rotate.ts'
import { readKek } from '../keys/kek.ts'
import { type Database, openDatabase } from '../postgres/database.ts'
import { reaching } from '../postgres/reached.ts'
import { printBackedUp, printBackups, printOldKeks, readBackup } from './keys-told.ts'
import { movePlace } from './move-beside.ts'
import { moveKeys } from './move-postgres.ts'

type Print = (line: string) => void

const USE =
  'Use, where the keys are in PostgreSQL: npm run keys [-- backup FOLDER [--days N] | put-back FILE | rotate]'

/** `npm run keys` where the keys are in PostgreSQL. */
export async function keysInPostgres(
  postgres: PostgresSettings,
  file: string,
  args: readonly string[],
  print: Print,
  now: number,
): Promise<number> {
  const [what, ...rest] = args
  if (what === 'put-back') return putBack(postgres, file, rest, print)
  // One connection: a second of our own would look like somebody else's.
  const db = openDatabase({ url: postgres.keys, connections: 1 })
  try {
    await reaching(postgres.keys, () => db.query('SELECT'))
    if (what === undefined) return await tell(db, file, print, now)
    if (what === 'backup') return await backup(db, file, rest, print, now)
    if (what === 'rotate' && rest.length === 0) return await rotate(db, file, print, now)
    throw new Error(USE)
  } finally {
    await db.close()
  }
}

async function tell(db: Database, file: string, print: Print, now: number): Promise<number> {
  await checkCanaryIn(db.query, readKek(file))
  print(`The keys open with ${file}.`)
  const rows = await db.query('SELECT made, until FROM backup ORDER BY made DESC')
  const copies = rows as unknown as readonly KeyBackup[]
  printBackups(copies, print, now)
  printOldKeks(oldKeks(file), copies, print, now)
  return 0
}

async function backup(
  db: Database,
  file: string,
  rest: readonly string[],
  print: Print,
  now: number,
): Promise<number> {
  const kek = readKek(file)
  const done = await backupFromPostgres(db, {
    ...{ ...readBackup(rest, USE), kek, now, chance: createChance() },
  })
  printBackedUp(done, file, print)
  return 0
}

/** Into a database of keys that is new: what is there already is never mixed with a copy. */
async function putBack(
  postgres: PostgresSettings,
  file: string,
  [copy, ...rest]: readonly string[],
  print: Print,
): Promise<number> {
  if (!copy || rest.length > 0) throw new Error(USE)
  if (!readStamp(copy)) throw new Error(`${copy} is no copy that npm run keys -- backup made.`)
  // What moves them writes beside them, and a copy is nobody's to change.
  const draft = `${copy}.${createChance().id()}`
  try {
    copyFileSync(copy, draft)
    chmodSync(draft, 0o600)
    const { rows } = await moveKeys(draft, postgres, readKek(file), async (beside, { holds }) => {
      if (holds === 'more')
        throw new CandourError('store/holds-other', { why: 'newer keys are there' })
      for (const { name, text } of placesIn(draft)) await movePlace(name, text, beside(name))
    })
    print(`${rows} rows of keys are put back from ${copy}. They open with ${file}.`)
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(draft + end, { force: true })
  }
  print('Start one instance: it destroys again whatever was erased since the copy was made.')
  return 0
}

async function rotate(db: Database, file: string, print: Print, now: number): Promise<number> {
  const { persons, old } = await rotateInPostgres(db, file, createChance(), new Date(now))
  print(`The keys of ${persons} ${persons === 1 ? 'person is' : 'people are'} under a new KEK.`)
  print(`It is in ${file}. Put it on every machine before an instance is started there, and keep`)
  print(
    `a copy in another place. The old one is in ${old}: copies of the keys from before, and what`,
  )
  print('PostgreSQL archived of its log, still need it, until their time is over. Then delete it.')
  print('Staff sign in again.')
  return 0
}
