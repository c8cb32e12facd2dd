import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { log } from '../../../adapters/programs/log.ts'
import { productionAt } from '../../support/production.ts'
import { freePort } from '../../support/server.ts'
import type { Measured } from './load.ts'

const ROOT = join(import.meta.dirname, '../../..')
const NODE = ['--disable-warning=ExperimentalWarning', '--import', './adapters/config/node.mjs']

export interface Peer {
  readonly kind: 'candour' | 'echo'
  readonly port: number
  /** Seconds of processor time since it started. */
  cpu(): number
  stop(): Promise<void>
}

/** Candour as a clinic runs it, behind a proxy’s headers: tokens, limits, keys, log and all. */
export async function startCandour(flags: readonly string[] = []): Promise<Peer> {
  const env = { ...productionAt('https://127.0.0.1:9'), CANDOUR_MODE: 'production' }
  await log(env, ['begin'], () => undefined)
  const port = await freePort()
  const own = { ...env, PORT: `${port}`, LOG_LEVEL: 'silent' }
  return started('candour', port, [...flags, ...NODE, 'adapters/programs/serve.ts'], own)
}

/** The Bot Framework’s own echo bot. */
export async function startEcho(): Promise<Peer> {
  const port = await freePort()
  return started('echo', port, ['test/bench/peers/echo.mjs'], { PORT: `${port}` })
}

async function started(
  kind: Peer['kind'],
  port: number,
  program: readonly string[],
  env: Record<string, string>,
): Promise<Peer> {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [...program], {
    ...{ cwd: ROOT, env: { PATH, ...env }, stdio: ['ignore', 'ignore', 'inherit'] },
  })
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${kind} did not start`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    kind,
    port,
    cpu: () => cpuOf(child),
    stop: () => ended(child),
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
function cpuOf({ pid }: ChildProcess): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

export interface Driven extends Measured {
  /** Seconds of processor time of the peer, while this was measured. */
  readonly cpu: number
}

/** Drives a peer from another process. */
export async function drive(
  peer: Peer,
  { conversations, warm, seconds }: { conversations: number; warm: number; seconds: number },
): Promise<Driven> {
  const numbers = [peer.port, conversations, warm, seconds].map(String)
  const program = [...NODE, 'test/bench/speed/load.ts', peer.kind, ...numbers]
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  let [cpu, measured]: [number, Driven | undefined] = [0, undefined]
  for await (const line of lines) {
    if (line === 'warm') cpu = peer.cpu()
    else measured = { ...(JSON.parse(line) as Measured), cpu: peer.cpu() - cpu }
  }
  if (!measured) throw new Error(`the load on ${peer.kind} broke off`)
  return measured
}
