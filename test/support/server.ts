import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const ROOT = join(import.meta.dirname, '../..')
const PROGRAM = ['--disable-warning=ExperimentalWarning', '--import', './adapters/config/node.mjs']

/** A minute: two busy cores may take more than ten seconds of it. */
const START_TRIES = 1200

/** The real program in a process of its own, on a folder of its own, that can be killed and started again. */
export class Server {
  readonly data = mkdtempSync(join(tmpdir(), 'candour-'))
  readonly port: number
  readonly #more: Readonly<Record<string, string>>
  /** All that it ever wrote, its log included. */
  said = ''
  #child: ChildProcess | undefined

  private constructor(port: number, more: Readonly<Record<string, string>>) {
    this.port = port
    this.#more = more
  }

  /** `more`: settings of its own, such as those of a production. */
  static async start(more: Readonly<Record<string, string>> = {}): Promise<Server> {
    const server = new Server(await freePort(), more)
    await server.start()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [...PROGRAM, 'adapters/programs/serve.ts'], {
      cwd: ROOT,
      env: this.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.setEncoding('utf8').on('data', (text: string) => (this.said += text))
    this.#child = child
    for (let tries = 0; tries < START_TRIES; tries += 1) {
      const answer = await fetch(`${this.url}/healthz`).catch(() => undefined)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await this.kill()
    throw new Error('the server did not start')
  }

  /** SIGKILL: nothing is finished, nothing is flushed. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }

  /** SIGTERM: what is being answered is answered. Its exit code, once it has gone. */
  async terminate(): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null) return child?.exitCode ?? null
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    return gone
  }

  /** `npm run verify` on this server's data. */
  async verify(): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, [...PROGRAM, 'adapters/programs/verify.ts'], {
      cwd: ROOT,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [said, code] = await Promise.all([text(child.stdout), exited])
    return { code, said }
  }

  /** False when it has ended by itself. */
  get alive(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null
  }

  /** SIGTERM: turns are finished, and the program ends by itself. */
  async end(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }

  async stop(): Promise<void> {
    await this.kill()
    rmSync(this.data, { recursive: true, force: true })
  }

  private get env(): NodeJS.ProcessEnv {
    const { PATH, HOME } = process.env
    const own = {
      ...{ CANDOUR_DATA: this.data, PORT: String(this.port), LOG_LEVEL: 'silent' },
      CANDOUR_DEMO_PEOPLE: 'none',
    }
    return { ...(PATH ? { PATH } : {}), ...(HOME ? { HOME } : {}), ...own, ...this.#more }
  }
}

/** One that nobody had a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
