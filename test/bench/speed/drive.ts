import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { median } from '../requirement.ts'
import type { Measured } from './load.ts'
import { others } from './others.ts'
import { NODE, ROOT, type Running } from './processes.ts'

export interface Driven extends Measured {
  /** Seconds of processor time of the peer, while this was measured. */
  readonly cpu: number
  /** The 99th percentile of how long its event loop was held up, in milliseconds. */
  readonly loop: number
  /** Cores that other programs used meanwhile. */
  readonly others: number
}

export interface Load {
  readonly conversations: number
  readonly warm: number
  readonly seconds: number
}

type Driveable = Pick<Running, 'port' | 'cpu' | 'watchLoop' | 'loop'> & {
  readonly kind: string
  readonly name: string
  /** What the load has to know of it besides. */
  readonly env?: Readonly<Record<string, string>>
}

/** Drives a peer from another process. `meanwhile` begins when all talk, and is waited for. */
export async function drive(
  peer: Driveable,
  { conversations, warm, seconds }: Load,
  meanwhile?: () => Promise<void>,
): Promise<Driven> {
  const numbers = [peer.port, conversations, warm, seconds].map(String)
  const program = [...NODE, 'test/bench/speed/load.ts', peer.kind, ...numbers]
  const child = spawn(process.execPath, program, {
    ...{ cwd: ROOT, env: { ...process.env, ...peer.env } },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let [cpu, beside, aside]: [number, () => number, Promise<void>] = [0, () => 0, Promise.resolve()]
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'warm') {
      peer.watchLoop()
      ;[cpu, beside, aside] = [peer.cpu(), others(), meanwhile?.() ?? aside]
      continue
    }
    const measured = JSON.parse(line) as Measured
    const [used, all] = [peer.cpu() - cpu, beside()]
    const loop = await peer.loop()
    await aside
    const ours = measured.load + used / measured.elapsed
    return { ...measured, cpu: used, loop, others: Math.max(0, all - ours) }
  }
  throw new Error(`the load on ${peer.name} broke off`)
}

/** Until what each does again and again is compiled: a server runs for days. */
export async function warmUp(peers: readonly Driveable[]): Promise<void> {
  for (const peer of peers) await drive(peer, { conversations: 100, warm: 1, seconds: 9 })
}

/** One after the other, again and again, so that a change of the machine meets all of them. */
export async function alternate<P extends Driveable>(
  peers: readonly P[],
  load: Load,
  runs = 5,
): Promise<Runs> {
  const driven = new Map<string, Driven[]>(peers.map(({ name }) => [name, []]))
  for (let n = 0; n < runs; n += 1)
    for (const peer of peers) driven.get(peer.name)?.push(await drive(peer, load))
  return runsOf(driven)
}

export interface Runs {
  /** The median of a figure over the runs of one peer. */
  of(name: string, figure: (run: Driven) => number): number
  /** That of one peer by that of another. */
  ratio(name: string, to: string, figure: (run: Driven) => number): number
  /** The most that other programs used in any run. */
  readonly others: number
}

function runsOf(driven: ReadonlyMap<string, readonly Driven[]>): Runs {
  const of: Runs['of'] = (name, figure) => median((driven.get(name) ?? []).map(figure))
  return {
    of,
    ratio: (name, to, figure) => of(name, figure) / of(to, figure),
    others: Math.max(...[...driven.values()].flat().map((run) => run.others)),
  }
}

/** What there is to say about one peer, on one line. */
export function told(name: string, { of }: Runs): string {
  return (
    `${name.padEnd(10)} ${of(name, ({ perSecond }) => perSecond)
      .toFixed(0)
      .padStart(5)} turns/s, ` +
    `p50 ${of(name, ({ p50 }) => p50).toFixed(1)} ms, p99 ${of(name, ({ p99 }) => p99).toFixed(1)} ms, ` +
    `${(1e6 * of(name, ({ cpu, turns }) => cpu / turns)).toFixed(0)} µs of processor a turn, ` +
    `event loop p99 ${of(name, ({ loop }) => loop).toFixed(1)} ms; ` +
    `the load itself ${of(name, ({ load }) => load).toFixed(2)} cores`
  )
}
