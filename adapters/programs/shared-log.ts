import { setTimeout as pause } from 'node:timers/promises'
import { CandourError, mayPass } from '../../bot/errors.ts'
import {
  checkLog,
  hasNoLog,
  inception,
  type LogParts,
  openLog,
  readLog,
  type RunningLog,
} from '../../bot/evidence/log/log.ts'
import type { Chance, Shared } from '../../bot/ports.ts'

export interface SharedLog {
  readonly shared: Pick<Shared, 'leads'>
  readonly clinic: string
  readonly chance: Chance
  /** Whether a log that is nowhere yet is begun, as a demo's is. */
  readonly mayBegin: boolean
}

/** So often a log that two took over from each other is opened again before it counts as broken. */
const TRIES = 5
const PAUSE = 50
/** Milliseconds after which nobody is believed to write the log. */
const PATIENCE = 20_000
/** Whose clock is behind does not lead for so many: by then another instance does. */
const REST = 15_000

/**
 * The log of a clinic with several instances: the one that leads writes it, the others read. When
 * it is gone, the next who asks leads; a lease with a number in each write keeps the two apart.
 */
export async function openSharedLog(
  parts: LogParts,
  around: SharedLog,
): Promise<{ log: RunningLog; began: boolean }> {
  const began = await begun(parts, around)
  // Whoever leads finds out by itself, but only when people have been answered already.
  await checkLog(parts)
  const writing = createWriting(parts, () => around.shared.leads(around.clinic))
  return {
    began,
    log: { ...readLog(parts), round: writing.round, settled: () => settled(parts, writing) },
  }
}

/** One of those that start together begins the log of a demo; the others wait for it. */
async function begun(parts: LogParts, around: SharedLog): Promise<boolean> {
  const { shared, clinic, chance, mayBegin } = around
  if (!mayBegin) return false
  for (let waited = 0; await hasNoLog(parts); waited += PAUSE) {
    if (await shared.leads(clinic)) {
      await inception(parts, clinic, chance)
      return true
    }
    if (waited > PATIENCE) throw new CandourError('log/not-begun')
    await pause(PAUSE)
  }
  return false
}

interface Writing {
  round(): Promise<void>
  /** The log to write, if this instance leads. */
  own(): Promise<RunningLog | undefined>
  failed(error: unknown): void
}

function createWriting(parts: LogParts, leads: () => Promise<boolean>): Writing {
  let mine: Promise<RunningLog> | undefined
  let failures = 0
  let rests = 0
  let running: Promise<void> | undefined

  const own = async () => {
    if (performance.now() >= rests && (await leads())) return (mine ??= openLog(parts))
    mine = undefined
    return undefined
  }
  const once = async () => {
    try {
      await (await own())?.round()
      failures = 0
    } catch (error) {
      failed(error)
      if (!passes(error) && ++failures >= TRIES) throw error
    }
  }
  const failed = (error: unknown) => {
    // Only a log that was opened again knows what was written.
    mine = undefined
    if (isBehind(error)) rests = performance.now() + REST
  }
  return { own, failed, round: () => (running ??= once().finally(() => (running = undefined))) }
}

/** Another instance took over, the database is away for a moment, a clock is wrong: no fault of the log. */
function passes(error: unknown): boolean {
  return mayPass(error) || (error instanceof CandourError && error.code === 'log/fenced')
}

/** What was last written has a time that this machine’s clock has not reached. */
function isBehind(error: unknown): boolean {
  return error instanceof CandourError && error.code === 'clock/went-back'
}

/** Whoever does not lead waits for who does: what is recorded is sealed within a second. */
async function settled(parts: LogParts, writing: Writing): Promise<void> {
  const waiting = (await parts.store.waiting(Number.MAX_SAFE_INTEGER)).map((one) => one.recordId)
  const last = waiting.at(-1)
  for (let waited = 0; waited <= PATIENCE; waited += PAUSE) {
    const mine = await writing.own().catch(() => undefined)
    if (mine) {
      const done = await mine.settled().then(
        () => true,
        (error: unknown) => {
          writing.failed(error)
          if (!passes(error)) throw error
          return false
        },
      )
      if (done) return
    } else if (await isPublished(parts, last)) return
    await pause(PAUSE)
  }
  throw new CandourError('evidence/not-sealed', last ? { record: last } : {})
}

async function isPublished({ store }: LogParts, last: string | undefined): Promise<boolean> {
  if (last !== undefined && !(await store.entry(last))) return false
  const head = await store.head()
  return head?.published?.startsWith(head.signed) ?? false
}
