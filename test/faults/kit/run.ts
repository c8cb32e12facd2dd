import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  linkSync,
  mkdtempSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { listen, type Heard, nowhere, type Saved } from './world.ts'

const ROOT = join(import.meta.dirname, '../../..')
const TELLER = join(import.meta.dirname, 'teller.ts')
const SABOTAGE = pathToFileURL(join(import.meta.dirname, 'sabotage.ts')).href
const QUIET = '--disable-warning=ExperimentalWarning'
/** What a process may take that was not killed; two busy cores are slow. */
const PATIENCE = 120_000

export interface Ended extends Heard {
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
  readonly errors: string
}

export interface Telling {
  readonly args?: readonly string[]
  /** What runs it: strace and its options. */
  readonly under?: readonly string[]
  readonly before?: Saved
  /** How SQLite is broken on purpose: see sabotage.ts. */
  readonly sabotage?: 'normal' | 'careless' | undefined
  /** Of a PostgreSQL. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Lets a process tell the story on that folder, and answers what it said until it ended. */
export async function tell(folder: string, telling: Telling = {}): Promise<Ended> {
  const { args = [], under = [], before = nowhere, sabotage, settings } = telling
  writeFileSync(`${folder}.world`, JSON.stringify(before))
  const broken = sabotage ? ['--import', SABOTAGE] : []
  const node = [process.execPath, QUIET, ...broken]
  const [command = '', ...rest] = [...under, ...node, TELLER, folder, ...args]
  const child = spawn(command, rest, {
    cwd: ROOT,
    env: {
      ...{ ...process.env, UV_THREADPOOL_SIZE: '1', NODE_COMPILE_CACHE: CACHE, SABOTAGE: sabotage },
      // A clinic that somebody works with has nothing to do with it.
      ...{ CANDOUR_POSTGRES: undefined, ...settings },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
  })
  const exited = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once('close', (code, signal) => resolve([code, signal])),
  )
  const [output, errors, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    exited,
  ])
  return { ...listen(output, before), code, signal, errors }
}

const CACHE = join(tmpdir(), 'candour-faults-compiled')

/** Settings of a server whose SQLite is broken on purpose. */
export const broken = (how: string): Readonly<Record<string, string>> => ({
  ...{ SABOTAGE: how, NODE_OPTIONS: `--import=${SABOTAGE}` },
})

/** A folder in which the story has come so far, and what is known of it. */
export interface Base {
  readonly folder: string
  readonly heard: Saved
}

const MEMORY = '/dev/shm'
const ENOUGH = 1024 ** 3

/** What a process leaves behind is the same in memory, where no flush waits for a disk. */
function quickest(): string {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ENOUGH ? MEMORY : tmpdir()
}

export function newPlace(): { readonly path: (name: string) => string; remove(): void } {
  const root = mkdtempSync(join(quickest(), 'candour-faults-'))
  return {
    path: (name) => join(root, name),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** A copy to break. The room kept for a full disk is shared: nobody writes in it. */
export function copyOf({ folder }: Base, to: string): string {
  rmSync(to, { recursive: true, force: true })
  const ballast = `${folder}/candour.sqlite.ballast`
  cpSync(folder, to, { recursive: true, filter: (path) => path !== ballast })
  if (existsSync(ballast)) linkSync(ballast, join(to, 'candour.sqlite.ballast'))
  return to
}

/** Does each in turn, two at a time; one of a machine's two cores waits for no disk. */
export async function inPairs<what>(
  all: readonly what[],
  work: (one: what, lane: number) => Promise<void>,
): Promise<void> {
  const waiting = [...all]
  const lane = async (n: number) => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one, n)
  }
  await Promise.all([lane(0), lane(1)])
}

/** A clinic that has begun, in which nobody has said anything yet: made once for all who copy it. */
export function begun(): Promise<Base> {
  return (made ??= begin())
}

let made: Promise<Base> | undefined

async function begin(): Promise<Base> {
  const place = newPlace()
  process.once('exit', () => place.remove())
  const folder = place.path('begun')
  const heard = await tell(folder, { args: ['--to', '0'] })
  if (heard.code !== 0) throw new Error(`it does not begin: ${heard.errors}`)
  return { folder, heard }
}
