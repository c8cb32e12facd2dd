import { readdirSync, readFileSync } from 'node:fs'
import { sharedSettings } from '../../support/instances.ts'
import { cluster } from '../../support/postgres.ts'
import type { Part } from '../part.ts'
import { hold, median } from '../requirement.ts'
import { drive, type Driven, warmUp } from '../speed/drive.ts'
import { cpuOf, cpuOfEnded } from '../speed/processes.ts'
import { between, type Peer, settingsOf, startCandour, startInstance } from '../speed/servers.ts'

const RUNS = 5
const AT_ONCE = 100
const TIMES = { warm: 1, seconds: 4 }
const INSTANCES = 3

interface Run {
  readonly perSecond: number
  readonly others: number
}

/** The same turn with its evidence in PostgreSQL on this machine, which shares the processors. */
export const part: Part = {
  says: 'durable turns with one, two and three instances on one PostgreSQL, beside SQLite',
  async run(print) {
    const settings = await settingsOf(await sharedSettings(await cluster()))
    const instance = () => startInstance('instance', [], settings)
    const starts = [
      () => startCandour('SQLite'),
      ...Array.from({ length: INSTANCES }, () => instance),
    ]
    await between(starts, async ([sqlite, ...instances]) => {
      if (!sqlite) return
      await warmUp([sqlite, ...instances])
      const which = [[sqlite], ...instances.map((_, n) => instances.slice(0, n + 1))]
      const runs = which.map((): Run[] => [])
      for (let n = 0; n < RUNS; n += 1)
        for (const [at, peers] of which.entries()) runs[at]?.push(await together(peers))
      tell(runs, print)
    })
  },
}

function tell(runs: readonly Run[][], print: (line: string) => void): void {
  const rates = runs.map((all) => median(all.map(({ perSecond }) => perSecond)))
  const [sqlite = NaN, one = NaN] = rates
  // Of the two that are compared.
  const others = Math.max(...runs.slice(0, 2).flatMap((all) => all.map((run) => run.others)))
  print(`${AT_ONCE} at once, medians of ${RUNS} alternating runs of ${TIMES.seconds} s`)
  for (const [n, rate] of rates.entries())
    print(`  ${n === 0 ? 'SQLite' : `PostgreSQL, instances: ${n}`}: ${rate.toFixed(0)} turns/s`)
  const what = 'turns/s of one instance on PostgreSQL, of SQLite’s'
  hold(print, { what, figure: one / sqlite, is: 'at least', aim: 0.65, others })
}

/** Each instance gets its share of the conversations, all at the same time. */
async function together(peers: readonly Peer[]): Promise<Run> {
  const conversations = Math.round(AT_ONCE / peers.length)
  const before = databases()
  const driven = await Promise.all(peers.map((peer) => drive(peer, { conversations, ...TIMES })))
  const elapsed = TIMES.seconds + TIMES.warm
  const database = (databases() - before) / elapsed
  const sum = (figure: (run: Driven) => number) => driven.reduce((all, run) => all + figure(run), 0)
  // Each saw the other instances and the database as strangers.
  const seen = Math.min(...driven.map((run) => run.others))
  const ours = sum(({ load, cpu, elapsed: took }) => load + cpu / took)
  const [first] = driven
  const own = first ? first.load + first.cpu / first.elapsed : 0
  return {
    perSecond: sum(({ perSecond }) => perSecond),
    others: Math.max(0, seen - (ours - own) - database),
  }
}

/** Seconds of processor of every PostgreSQL of this machine, and of what it started that has ended. */
function databases(): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.reduce((sum, pid) => sum + secondsOf(pid), 0)
}

function secondsOf(pid: string): number {
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return 0
    return cpuOf(Number(pid)) + cpuOfEnded(Number(pid))
  } catch {
    return 0
  }
}
