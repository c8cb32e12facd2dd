import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { Trials } from '../campaign.ts'
import { check } from './check.ts'
import {
  type Base,
  begun,
  copyOf,
  type Ended,
  inPairs,
  newPlace,
  tell,
  type Telling,
} from './run.ts'
import { readTrace, TRACING } from './trace.ts'

/** One system call on one file: the n-th since the process began. */
export interface Point {
  readonly name: string
  readonly path: string
  readonly n: number
  /** Of a write: in the middle of it. */
  readonly middle: number
}

export interface Fault {
  /** As strace has it: `signal=KILL`, `error=EIO`. */
  readonly how: string
  /** What must hold of how the process ended, besides what it left. */
  readonly ended?: (ended: Ended) => string | undefined
}

export interface Injecting {
  readonly points: (all: readonly Point[]) => readonly Point[]
  readonly fault: (point: Point, index: number) => Fault
  /** Sabotage, of the process or of its SQLite. */
  readonly spoilt?: Pick<Telling, 'args' | 'sabotage'>
}

export async function lacksStrace(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'it needs Linux'
  const { status } = spawnSync('strace', ['-f', '-o', '/dev/null', '--seccomp-bpf', 'true'])
  return status === 0 ? undefined : 'it needs strace, which may trace (apt-get install strace)'
}

/** The story once for each system call that it makes once it is ready, with a fault in that call. */
export async function injectAll({ points, fault, spoilt = {} }: Injecting): Promise<Trials> {
  const place = newPlace()
  try {
    const base = await begun()
    const chosen = points(await allPoints(base))
    const failures: string[] = []
    let trials = 0
    await inPairs([...chosen.entries()], async ([index, point], lane) => {
      const folder = copyOf(base, place.path(`lane-${lane}`))
      const what = fault(point, index)
      const heard = await withFault(base, folder, point, what.how, spoilt)
      // The story is not the same to the byte each time: some calls come once less.
      if (!heard.met) return
      trials += 1
      const wrong = what.ended?.(heard)
      const found = [...(wrong ? [wrong] : []), ...(await check(folder, heard))]
      const where = `${point.name} ${point.n} of ${point.path || 'the folder'}, ${what.how}`
      failures.push(...found.map((one) => `${where}: ${one}`))
    })
    return { trials, failures }
  } finally {
    place.remove()
  }
}

const NAMES = ['pwrite64', 'ftruncate', 'fsync', 'fdatasync', 'openat', 'unlink', 'link', 'mkdir']
/** A name that is another each time cannot be waited for. */
const DRAFT = /draft-/

/** Found once for all who inject. */
let traced: Promise<readonly Point[]> | undefined

export function allPoints(base: Base): Promise<readonly Point[]> {
  const place = newPlace()
  return (traced ??= pointsOf(base, place.path('whole')).finally(() => place.remove()))
}

/** Every call after the process was ready, by its number since the process began. */
async function pointsOf(base: Base, folder: string): Promise<readonly Point[]> {
  copyOf(base, folder)
  const log = `${folder}.trace`
  const { code, errors } = await tell(folder, {
    before: base.heard,
    under: [...TRACING, '-o', log],
  })
  if (code !== 0) throw new Error(`it cannot be traced: ${errors}`)
  const counts = new Map<string, number>()
  const points: Point[] = []
  let ready = false
  for (const { name, path, bytes, at = 0 } of readTrace(log, folder)) {
    if (name === 'say' && bytes?.toString().includes('"ready"')) ready = true
    if (!NAMES.includes(name) || DRAFT.test(path)) continue
    const n = (counts.get(`${name} ${path}`) ?? 0) + 1
    counts.set(`${name} ${path}`, n)
    const middle = at + Math.floor((bytes?.length ?? 0) / 2)
    if (ready) points.push({ name, path, n, middle })
  }
  rmSync(log, { force: true })
  return points
}

async function withFault(
  base: Base,
  folder: string,
  { name, path, n }: Point,
  how: string,
  spoilt: Injecting['spoilt'],
): Promise<Ended & { readonly met: boolean }> {
  const log = `${folder}.trace`
  const only = ['-P', path === '' ? folder : `${folder}/${path}`, '-e', `trace=${name}`]
  // A signal comes to nothing where strace lets most calls pass unseen.
  const fast = how.startsWith('signal') ? [] : ['--seccomp-bpf']
  const under = ['strace', '-f', '-qq', ...fast, '-o', log, ...only]
  const ended = await tell(folder, {
    before: base.heard,
    under: [...under, '-e', `inject=${name}:${how}:when=${n}`],
    ...spoilt,
  })
  const seen = existsSync(log) ? readFileSync(log, 'latin1') : ''
  return { ...ended, met: seen.includes('(INJECTED)') || ended.signal === 'SIGKILL' }
}
