import { join } from 'node:path'
import { readSettings } from '../../../adapters/config/env.ts'
import { createFilePlace } from '../../../adapters/place/file.ts'
import { openDatabase } from '../../../adapters/postgres/database.ts'
import { openHouse } from '../../../adapters/programs/house.ts'
import { type Contact, createContacts } from '../../../adapters/teams/contacts.ts'
import type { OpenClinic } from '../../support/clinic.ts'
import { KEYS_ROLE } from '../../support/instances.ts'
import { cluster, ROLE } from '../../support/postgres.ts'
import * as story from '../../support/stories.ts'

export type Env = Readonly<Record<string, string>>

/** What a program prints, and its exit code. */
export async function ran(run: (print: (line: string) => void) => Promise<unknown>) {
  const lines: string[] = []
  const code = Number(await run((line) => lines.push(line)))
  return { code, text: lines.join('\n') }
}

/** A consultation as far as the enquiry goes, sealed. */
export async function enquired(env: Env): Promise<string> {
  const house = await openHouse(readSettings(env))
  await house.candour.begin()
  const clinic = { ...house.candour, ...house, parts: house } as unknown as OpenClinic
  const made = await (await story.enquired(clinic)).consultation()
  await house.log.settled()
  await house.close()
  return made
}

/** The settings of a move from that folder to databases that are new, and empty of tables too. */
export async function targetFor(data: string): Promise<Env> {
  const of = await cluster()
  const [evidence, keys] = [(await of.database()).name, (await of.database()).name]
  await of.admin(`DO $$ BEGIN CREATE ROLE ${KEYS_ROLE} LOGIN;
    EXCEPTION WHEN duplicate_object THEN NULL; END $$; ALTER DATABASE ${keys} OWNER TO ${KEYS_ROLE}`)
  return {
    CANDOUR_POSTGRES: of.url(ROLE, evidence),
    CANDOUR_POSTGRES_KEYS: of.url(KEYS_ROLE, keys),
    CANDOUR_POSTGRES_OWNER: of.url('postgres', evidence),
    CANDOUR_DATA: data,
    CANDOUR_KEK_FILE: join(data, 'kek'),
  }
}

export const nameIn = (url = ''): string => new URL(url).pathname.slice(1)

/** As the owner of everything there, past the triggers that keep evidence where it is. */
export async function change(url: string | undefined, sql: string): Promise<void> {
  const past = `SET session_replication_role = replica; ${sql}`
  await (await cluster()).admin(past, nameIn(url))
}

/** Every row of both databases, and what the next position is; not when tables were made. */
export async function everythingIn(env: Env): Promise<unknown> {
  const keys = (await cluster()).url(KEYS_ROLE, nameIn(env['CANDOUR_POSTGRES_KEYS']))
  const evidence = env['CANDOUR_POSTGRES_OWNER'] ?? ''
  return { evidence: await rowsIn(evidence), keys: await rowsIn(keys) }
}

async function rowsIn(url: string): Promise<Record<string, unknown>> {
  const db = openDatabase({ url, connections: 1 })
  const tables = await db.query(
    `SELECT relname FROM pg_class WHERE relkind IN ('r', 'S') AND relname <> 'schema_version'
     AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  )
  const all: Record<string, unknown> = {}
  for (const { relname } of tables) {
    const name = String(relname)
    // Of a sequence, what was asked of it ahead is its server's own business.
    const what = name.endsWith('_seq') ? '(last_value, is_called)' : 't'
    const rows = await db.query(`SELECT ${what}::text AS row FROM ${name} t ORDER BY 1`)
    all[name] = rows.map(({ row }) => row)
  }
  await db.close()
  return all
}

export const TOLD: Readonly<Record<string, Contact>> = {
  nadia: contact('nadia', ['task-1', 'task-2']),
  tomasz: contact('tomasz', []),
}
export const LEDGER = '{"what":"the mails of a day"}'

function contact(name: string, told: string[]): Contact {
  const ids = { object: `o-${name}`, user: `29:${name}`, bot: '28:bot', conversation: `a:${name}` }
  return { ...ids, serviceUrl: 'https://smba.example/uk/', told }
}

/** What a folder gets when Teams and mail are set up, and somebody was told of something. */
export async function fillBeside(data: string): Promise<void> {
  const contacts = createContacts(join(data, 'teams.json'))
  for (const [person, one] of Object.entries(TOLD)) await contacts.change(person, () => one)
  await createFilePlace(join(data, 'mail')).swap(undefined, LEDGER)
}
