import type { Committed, Turn } from '../../bot/ports.ts'
import { type Database, failed, stateOf } from './database.ts'
import { isPlain, packed, packedTogether } from './turn.ts'

export interface BatchOptions {
  readonly db: Database
  /** Nothing is taken while no standby has to confirm it. */
  readonly strict: boolean
  /** How many turns shared a flush. */
  readonly onFlush?: ((turns: number) => void) | undefined
}

interface Job {
  readonly turn: Turn
  readonly resolve: (result: Committed) => void
  readonly reject: (error: Error) => void
}

const MOST = 200
const TRIES = 5
const HELD = 2
/** What PostgreSQL calls a lock that somebody else has for too long. */
const LOCKED = '55P03'

/** Turns that arrive while a statement is on its way share the next one, and its flush. */
export function createBatch(options: BatchOptions) {
  const waiting: Job[] = []
  let busy = false

  const flush = async () => {
    while (waiting.length > 0) {
      const { plain, others } = parted(waiting.splice(0, MOST))
      if (plain.length > 0) await sendPlain(options, plain)
      if (others.length > 0) await send(options, others)
    }
    busy = false
  }
  return (turn: Turn): Promise<Committed> =>
    new Promise((resolve, reject) => {
      waiting.push({ turn, resolve, reject })
      if (busy) return
      busy = true
      // What arrives in the same tick goes along.
      setImmediate(() => void flush())
    })
}

/** What can be written together goes first; of one consultation the first alone, and if it is plain. */
function parted(jobs: readonly Job[]): { readonly plain: Job[]; readonly others: Job[] } {
  const seen = new Set<string>()
  const plain: Job[] = []
  const others: Job[] = []
  for (const job of jobs) {
    const { consultation } = job.turn
    const to = isPlain(job.turn) && !seen.has(consultation) ? plain : others
    to.push(job)
    seen.add(consultation)
  }
  return { plain, others }
}

/** Where one of them cannot be written, none was: each is then taken by itself. */
async function sendPlain(options: BatchOptions, arrived: readonly Job[]): Promise<unknown> {
  const jobs = arrived.toSorted((one, other) => compare(one.turn, other.turn))
  try {
    const turns = JSON.stringify(packedTogether(jobs.map(({ turn }) => turn)))
    const sql = 'SELECT take_together($1, $2) AS taken'
    const [row] = await options.db.query(sql, [turns, options.strict])
    if (row?.['taken'] !== true) return await send(options, jobs)
    options.onFlush?.(jobs.length)
    for (const { resolve } of jobs) resolve('committed')
  } catch (error) {
    if (wasUndone(error)) return sendEach(options, jobs)
    for (const { reject } of jobs) reject(failed(error))
  }
  return undefined
}

/** In the same order in every instance: two that want the same consultations do not wait in a ring. */
async function send(options: BatchOptions, arrived: readonly Job[]): Promise<unknown> {
  const jobs = arrived.toSorted((one, other) => compare(one.turn, other.turn))
  try {
    const results = await take(options, jobs)
    options.onFlush?.(jobs.length)
    jobs.forEach(({ resolve }, index) => resolve(results[index] as Committed))
  } catch (error) {
    if (jobs.length > 1 && wasUndone(error)) return sendEach(options, jobs)
    for (const { reject } of jobs) reject(failed(error))
    return error
  }
  return undefined
}

/** Where several are held, whoever holds them holds more: the others do not wait for each in turn. */
async function sendEach(options: BatchOptions, jobs: readonly Job[]): Promise<void> {
  let [held, why]: [number, unknown] = [0, undefined]
  for (const job of jobs) {
    if (held >= HELD) job.reject(failed(why))
    else why = await send(options, [job])
    if (stateOf(why) === LOCKED) held += 1
  }
}

const compare = (one: Turn, other: Turn): number =>
  one.consultation < other.consultation ? -1 : one.consultation > other.consultation ? 1 : 0

async function take(
  { db, strict }: BatchOptions,
  jobs: readonly Job[],
): Promise<readonly string[]> {
  const turns = JSON.stringify(jobs.map(({ turn }) => packed(turn)))
  for (let tries = 1; ; tries += 1) {
    try {
      const [row] = await db.query('SELECT take_turns($1, $2) AS results', [turns, strict])
      return row?.['results'] as string[]
    } catch (error) {
      if (jobs.length > 1 || tries >= TRIES || !mayTryAgain(error)) throw error
    }
  }
}

/** Two instances waited for each other, and PostgreSQL chose this one to begin again. */
const mayTryAgain = (error: unknown): boolean => ['40P01', '40001'].includes(stateOf(error) ?? '')

/**
 * PostgreSQL answered, and nothing was kept. When it did not answer, or was being shut down, nobody
 * knows: then nothing may be sent a second time.
 */
function wasUndone(error: unknown): boolean {
  const state = stateOf(error)
  return state !== undefined && !/^(57P|08|CD)/.test(state)
}
