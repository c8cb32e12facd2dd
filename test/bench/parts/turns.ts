import type { Part } from '../part.ts'
import { others } from '../speed/others.ts'
import { drive, type Driven, type Peer, startCandour, startEcho } from '../speed/servers.ts'

const RUNS = 5
const AT_ONCE = [1, 10, 100]
const TIMES = { warm: 1, seconds: 4 }
/** Cores of other programs from which on a figure says nothing. */
const BUSY = 0.3

interface Run extends Driven {
  readonly others: number
}

/** Sealed, encrypted and on disk before the reply, beside an echo that keeps nothing. */
export const part: Part = {
  says: 'a durable turn over Direct Line beside the stock Bot Framework echo bot in memory',
  async run(print) {
    const peers = [await startEcho(), await startCandour()]
    try {
      for (const conversations of AT_ONCE) {
        const runs = await alternate(peers, conversations)
        tell(conversations, runs, print)
      }
    } finally {
      await Promise.all(peers.map((peer) => peer.stop()))
    }
  },
}

/** One after the other, again and again, so that a change of the machine meets both. */
async function alternate(peers: readonly Peer[], conversations: number) {
  const runs = new Map<Peer['kind'], Run[]>(peers.map(({ kind }) => [kind, []]))
  for (let n = 0; n < RUNS; n += 1)
    for (const peer of peers) {
      const beside = others()
      const measured = await drive(peer, { conversations, ...TIMES })
      const ours = measured.load + measured.cpu / measured.elapsed
      runs.get(peer.kind)?.push({ ...measured, others: Math.max(0, beside() - ours) })
    }
  return runs
}

function tell(
  conversations: number,
  runs: ReadonlyMap<Peer['kind'], readonly Run[]>,
  print: (line: string) => void,
): void {
  const of = (kind: Peer['kind'], figure: (run: Run) => number) =>
    median((runs.get(kind) ?? []).map(figure))
  print(`${conversations} at once, medians of ${RUNS} alternating runs of ${TIMES.seconds} s`)
  for (const kind of ['echo', 'candour'] as const)
    print(
      `  ${kind.padEnd(8)} ${of(kind, ({ perSecond }) => perSecond).toFixed(0)} turns/s, ` +
        `p50 ${of(kind, ({ p50 }) => p50).toFixed(1)} ms, p99 ${of(kind, ({ p99 }) => p99).toFixed(1)} ms, ` +
        `${(1e6 * of(kind, ({ cpu, turns }) => cpu / turns)).toFixed(0)} µs of processor a turn, ` +
        `the load itself ${of(kind, ({ load }) => load).toFixed(2)} cores`,
    )
  const ratio = (figure: (run: Run) => number) => of('candour', figure) / of('echo', figure)
  print(
    `  Candour to echo: ${ratio(({ perSecond }) => perSecond).toFixed(2)} of its turns, ` +
      `${ratio(({ p99 }) => p99).toFixed(2)} of its p99 (aim: 2.3 and 0.5; at least 1 and at most 1)`,
  )
  const beside = Math.max(...[...runs.values()].flat().map((run) => run.others))
  if (beside > BUSY) print(`  INCONCLUSIVE: other programs used up to ${beside.toFixed(1)} cores`)
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
