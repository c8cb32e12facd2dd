import pg from 'pg'
import { migrate, type Schema } from '../../adapters/postgres/migrate.ts'
import { openDatabase } from '../../adapters/postgres/database.ts'
import { OWNER, TestServer } from './postgres-server.ts'

export { TestServer }

/** Who answers patients: it may add evidence and read it. */
export const ROLE = 'candour_serves'

/** Every row but those that a schema begins with. */
const EMPTY = `DO $$ DECLARE one regclass; BEGIN
  FOR one IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND relname NOT IN ('schema_kind', 'schema_version', 'clock')
  LOOP EXECUTE 'DELETE FROM ' || one; END LOOP;
  IF to_regclass('clock') IS NOT NULL THEN UPDATE clock SET ahead = 0; END IF;
END $$`

let running: Promise<Cluster> | undefined

/** A real PostgreSQL, started when it is first asked for and shared by the whole run. */
export function cluster(): Promise<Cluster> {
  return (running ??= fromOutside() ?? startCluster())
}

export class Cluster {
  readonly #url: (user: string, database: string) => string
  readonly #templates = new Map<string, Promise<string>>()
  readonly #reused = new Map<string, Promise<TestDatabase>>()
  #count = 0

  constructor(url: Cluster['url']) {
    this.#url = url
  }

  url(user: string, database: string): string {
    return this.#url(user, database)
  }

  /** A database of its own for a test, empty or with the tables of a schema. */
  async database(schema?: Schema): Promise<TestDatabase> {
    const template = schema ? await this.#template(schema) : undefined
    return this.#create(template)
  }

  /** The same database for each test of a suite, emptied: quicker than one for each. */
  async emptied(schema: Schema): Promise<TestDatabase> {
    const made = this.#reused.get(schema.kind) ?? this.database(schema)
    this.#reused.set(schema.kind, made)
    const { name } = await made
    // Without the triggers that keep evidence where it is.
    await this.admin(`SET session_replication_role = replica; ${EMPTY}`, name)
    return made
  }

  /** Every row of a database as text, but for the words of the clinic, which are no secret. */
  async dump(database: string): Promise<string[]> {
    const db = openDatabase({ url: this.#url(OWNER, database), connections: 1 })
    const tables = await db.query(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relname <> 'bundle'
       AND relnamespace = 'public'::regnamespace`,
    )
    const rows: string[] = []
    for (const { relname } of tables) {
      const all = await db.query(`SELECT t::text AS row FROM ${String(relname)} t`)
      rows.push(...all.map(({ row }) => String(row)))
    }
    await db.close()
    return rows
  }

  async admin(sql: string, database = OWNER): Promise<void> {
    const client = new pg.Client(this.#url(OWNER, database))
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }

  #template(schema: Schema): Promise<string> {
    const made = this.#templates.get(schema.kind) ?? this.#migrated(schema)
    this.#templates.set(schema.kind, made)
    return made
  }

  async #migrated(schema: Schema): Promise<string> {
    const { name, owner } = await this.#create()
    const db = openDatabase({ url: owner, connections: 1 })
    await migrate(db, schema, ROLE)
    await db.close()
    return name
  }

  async #create(template?: string): Promise<TestDatabase> {
    const name = `test_${process.pid}_${++this.#count}`
    await this.admin(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`)
    return { name, url: this.#url(ROLE, name), owner: this.#url(OWNER, name) }
  }
}

export interface TestDatabase {
  readonly name: string
  /** As the role that serves. */
  readonly url: string
  /** As the role that owns the tables. */
  readonly owner: string
}

/** With CANDOUR_TEST_PG: the address of a superuser on a server that is there for tests alone. */
function fromOutside(): Promise<Cluster> | undefined {
  const given = process.env['CANDOUR_TEST_PG']
  return given ? reach(given) : undefined
}

async function reach(given: string): Promise<Cluster> {
  const found = new Cluster((user, database) => {
    const url = new URL(given)
    if (user !== OWNER) url.username = user
    url.pathname = `/${database}`
    return url.href
  })
  await withRole(found)
  return found
}

/** One of our own, from npm, on a port that the system chose. */
async function startCluster(): Promise<Cluster> {
  const server = await TestServer.create()
  await server.start()
  process.once('exit', () => server.destroy())
  const made = new Cluster((user, name) => server.url(user, name))
  await withRole(made)
  return made
}

const withRole = (of: Cluster) =>
  of.admin(
    `DO $$ BEGIN CREATE ROLE ${ROLE} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
  )
