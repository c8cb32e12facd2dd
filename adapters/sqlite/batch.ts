import type { DatabaseSync } from 'node:sqlite'
import { CandourError } from '../../bot/errors.ts'
import type { Ballast } from './ballast.ts'

export interface BatchOptions {
  readonly db: Pick<DatabaseSync, 'exec'>
  /** Called once, when the store is in doubt about what it holds and refuses all further work. */
  readonly onFatal?: ((error: CandourError) => void) | undefined
  /** How many writes shared a flush. */
  readonly onFlush?: ((writes: number) => void) | undefined
  /** What is given up when the disk is full. Without it, a full disk leaves the store in doubt. */
  readonly ballast?: Pick<Ballast, 'held' | 'give'> | undefined
}

export interface Batch {
  /**
   * Does the work with what arrived in the same tick, in the order of arrival, and resolves
   * when it is on disk. Work that refuses has written nothing. What `canWait` is refused with
   * `store/full` while the disk is full.
   */
  readonly write: <T>(work: () => T, canWait?: boolean) => Promise<T>
  /** Does what was asked before, and nothing that is asked after. */
  readonly close: () => Promise<void>
}

interface Job {
  /** Answers how to tell the caller, once it is durable. */
  readonly run: () => () => void
  readonly reject: (error: CandourError) => void
  readonly canWait: boolean
}

/**
 * A flush waits for no more than these. Were all that have come in one, everybody would be told at
 * the same time, and while the disk is busy there would be nothing to decide.
 */
const MOST = 32

export function createBatch({ db, onFatal, onFlush, ballast }: BatchOptions): Batch {
  let waiting: Job[] = []
  let dead: CandourError | undefined

  function flush(): void {
    const jobs = ballast?.held() === false ? refuse(waiting, ({ canWait }) => canWait) : waiting
    waiting = []
    if (jobs.length === 0) return
    try {
      for (const settle of together(db, jobs)) settle()
    } catch (cause) {
      if (!ballast || !isDiskFull(cause)) return fail(jobs, cause)
      try {
        // All was undone, and nobody was told otherwise: what cannot wait is done again.
        if (ballast.give()) waiting = [...jobs, ...waiting]
        else refuse(jobs, () => true)
      } catch (another) {
        return fail(jobs, another)
      }
      return flush()
    }
    onFlush?.(jobs.length)
  }

  /** Nobody knows what is on disk now: only a new process, reading again, can find out. */
  function fail(jobs: readonly Job[], cause: unknown): void {
    dead = new CandourError('store/failed', {}, { cause })
    for (const { reject } of jobs) reject(dead)
    onFatal?.(dead)
  }

  return {
    write: (work, canWait = false) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead)
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ run: settling(work, resolve), reject, canWait })
        if (waiting.length >= MOST) flush()
      }),
    close: async () => {
      flush()
      dead ??= new CandourError('store/failed', { why: 'closed' })
    },
  }
}

/** Answers the others. */
function refuse(jobs: readonly Job[], whom: (job: Job) => boolean): Job[] {
  for (const { reject } of jobs.filter(whom)) reject(new CandourError('store/full'))
  return jobs.filter((job) => !whom(job))
}

const SQLITE_FULL = 13

/** SQLite has undone the transaction and knows it; of any other failure nothing is known. */
function isDiskFull(cause: unknown): boolean {
  return cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_FULL
}

function together(db: BatchOptions['db'], jobs: readonly Job[]): (() => void)[] {
  db.exec('BEGIN IMMEDIATE')
  try {
    const tell = jobs.map((job) => job.run())
    db.exec('COMMIT')
    return tell
  } catch (error) {
    rollBack(db)
    throw error
  }
}

/** Whoever asked hears of it when the whole is on disk. */
function settling<T>(work: () => T, resolve: (result: T) => void): Job['run'] {
  return () => {
    const result = work()
    return () => resolve(result)
  }
}

/** SQLite may have rolled back by itself; what matters is said by the first error. */
function rollBack(db: BatchOptions['db']): void {
  try {
    db.exec('ROLLBACK')
  } catch {
    return
  }
}
