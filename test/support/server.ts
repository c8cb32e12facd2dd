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

  readonly #errors: 'inherit' | 'ignore'

  private constructor(
    port: number,
    more: Readonly<Record<string, string>>,
    errors: 'inherit' | 'ignore',
  ) {
    this.port = port
    this.#more = more
    this.#errors = errors
  }

  /** `more`: settings of its own, such as those of a production. */
  static async start(
    more: Readonly<Record<string, string>> = {},
    errors: 'inherit' | 'ignore' = 'inherit',
  ): Promise<Server> {
    const server = new Server(await freePort(), more, errors)
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
      stdio: ['ignore', 'pipe', this.#errors],
    })
    child.stdout.setEncoding('utf8').on('data', (text: string) => (this.said += text))
    this.#child = child
    for (let tries = 0; tries < START_TRIES && this.alive; tries += 1) {
      const answer = await fetch(`${this.url}/healthz`).catch(() => undefined)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await this.kill()
    throw new Error('the server did not start')
  }

  /** SIGKILL: nothing is finished, nothing is flushed. */
  async kill(): Promise<void> {
    const gone = this.gone()
    this.signal('SIGKILL')
    await gone
  }

  signal(signal: NodeJS.Signals): void {
    if (this.alive) this.#child?.kill(signal)
  }

  /** Once it has ended, by itself or not: its exit code, or null after a signal. */
  async gone(): Promise<number | null> {
    const child = this.#child
    if (!child || !this.alive) return child?.exitCode ?? null
    return new Promise((resolve) => child.once('exit', resolve))
  }

  /** SIGTERM: what is being answered is answered. Its exit code, once it has gone. */
  async terminate(): Promise<number | null> {
    const gone = this.gone()
    this.signal('SIGTERM')
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
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  /** SIGTERM: turns are finished, and the program ends by itself. */
  async end(): Promise<void> {
    await this.terminate()
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
