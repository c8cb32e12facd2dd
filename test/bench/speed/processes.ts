import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../../..')
export const NODE = [
  ...['--disable-warning=ExperimentalWarning', '--import', './adapters/config/node.mjs'],
]
/** What `npm start` gives to Node. */
export const START: readonly string[] = started(readFileSync(join(ROOT, 'package.json'), 'utf8'))

function started(manifest: string): string[] {
  const { scripts } = JSON.parse(manifest) as { readonly scripts: { readonly start: string } }
  const [, given] = /^exec node (.*)$/.exec(scripts.start) ?? []
  if (!given) throw new Error(`npm start is no longer one call of Node: ${scripts.start}`)
  return given.split(' ')
}

/** So that a peer tells how long its event loop was held up. */
const LOOP = ['--import', './test/bench/speed/loop.mjs']

export interface Running {
  readonly port: number
  readonly pid: number
  /** Seconds of processor time since it started, of all its threads. */
  cpu(): number
  /** Begins to count anew how long its event loop is held up. */
  watchLoop(): void
  /** The 99th percentile of that in milliseconds. */
  loop(): Promise<number>
  stop(): Promise<void>
}

export interface Program {
  readonly name: string
  readonly port: number
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** Starts it and waits until it answers. */
export async function running({ name, port, args, env, cwd = ROOT }: Program): Promise<Running> {
  const { PATH = '' } = process.env
  const loop = LOOP.map((one) => (one.startsWith('./') ? join(ROOT, one) : one))
  const child = spawn(process.execPath, [...loop, ...args], {
    ...{ cwd, env: { PATH, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  })
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { pid = 0 } = child
  return {
    ...{ port, pid, cpu: () => cpuOf(pid), stop: () => ended(child) },
    watchLoop: () => void child.send('begin'),
    loop: async () => {
      const told = new Promise<number>((resolve) => child.once('message', resolve))
      child.send('tell')
      return told
    },
  }
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => true,
    () => false,
  )

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

const TICKS = 100

/** From Linux: user and system time of the process with all its threads. */
export const cpuOf = (pid: number): number => secondsOf(pid, 11)

/** The same of the processes that it started, once they have ended. */
export const cpuOfEnded = (pid: number): number => secondsOf(pid, 13)

/** Of two neighbouring fields, `user` and `system`, counted from the one after the program’s name. */
function secondsOf(pid: number, user: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[user]) + Number(fields[user + 1])) / TICKS
}

/** Megabytes of memory that the process has. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}
