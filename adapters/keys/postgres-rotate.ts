import { existsSync } from 'node:fs'
import { CandourError } from '../../bot/errors.ts'
import type { Chance } from '../../bot/ports.ts'
import { readKek } from './kek.ts'
import { keepKek } from './old-keks.ts'
import { checkCanaryIn } from './postgres.ts'
import type { KeyDatabase, KeyQuery, KeyRow } from './postgres-database.ts'
import { CANARY, forPerson, forSigning } from './purposes.ts'
import { adoptKek, forgetNext, prepareKek, type Rotated } from './rotate.ts'
import { unwrap, wrap, type Wrapped } from './wrap.ts'

/**
 * The KEK that the keys in PostgreSQL are under now. A change that was cut off left a second file
 * beside the first: it is taken if the keys are under it already, and forgotten if they are not.
 */
export async function settleKekInPostgres(query: KeyQuery, file: string): Promise<Uint8Array> {
  const next = `${file}.next`
  if (!existsSync(next)) return readKek(file)
  if (await opens(query, readKek(next))) adoptKek(file)
  else forgetNext(file)
  return readKek(file)
}

/**
 * Puts every key under a new KEK, in one transaction. Refused while an instance is connected: it
 * would go on with the old one.
 */
export async function rotateInPostgres(
  db: KeyDatabase,
  file: string,
  chance: Chance,
  now = new Date(),
): Promise<Omit<Rotated, 'clean'>> {
  const from = await settleKekInPostgres(db.query, file)
  const old = keepKek(file, now)
  const to = prepareKek(file, chance)
  const persons = await db.within(async (query) => {
    await query('LOCK TABLE canary, person_key, signing_key, stream_key IN ACCESS EXCLUSIVE MODE')
    await refuseOthers(query)
    await checkCanaryIn(query, from)
    const rewrap = async (table: string, names: readonly string[], purpose: Named) => {
      const rows = await query(`SELECT ${['iv', 'body', ...names].join(', ')} FROM ${table}`)
      for (const row of rows) {
        const { iv, body } = wrap(
          unwrap(wrappedIn(row), from, purpose(row)),
          to,
          purpose(row),
          chance,
        )
        const where = names[0] === undefined ? '' : `WHERE ${names[0]} = $3`
        const values = [Buffer.from(iv), Buffer.from(body), ...names.slice(0, 1).map((n) => row[n])]
        await query(`UPDATE ${table} SET iv = $1, body = $2 ${where}`, values)
      }
      return rows.length
    }
    await rewrap('signing_key', ['id', 'origin'], (row) => forSigning(...both(row, 'origin')))
    await rewrap('canary', [], () => CANARY)
    return rewrap('person_key', ['id', 'person'], (row) => forPerson(...both(row, 'person')))
  })
  // What the old one wrapped is written over: it is then in PostgreSQL's own log and copies alone.
  for (const table of ['person_key', 'signing_key', 'canary'])
    await db.query(`VACUUM (FULL) ${table}`)
  adoptKek(file)
  return { persons, old }
}

type Named = (row: KeyRow) => ReturnType<typeof forPerson>

const both = (row: KeyRow, other: string): [string, string] => [
  row['id'] as string,
  row[other] as string,
]

async function opens(query: KeyQuery, kek: Uint8Array): Promise<boolean> {
  return checkCanaryIn(query, kek).then(
    () => true,
    () => false,
  )
}

const OTHERS = `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`

async function refuseOthers(query: KeyQuery): Promise<void> {
  const others = await query(OTHERS)
  if (others.length > 0) throw new CandourError('store/in-use', { connections: others.length })
}

const wrappedIn = ({ iv, body }: KeyRow): Wrapped => ({
  iv: new Uint8Array(iv as Buffer),
  body: new Uint8Array(body as Buffer),
})
