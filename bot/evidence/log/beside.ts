import type { Instant } from '../../../machines/time.ts'
import { type Asking, createAsking } from './asking.ts'
import { peek } from './checkpoint.ts'
import type { LogStore } from './ports.ts'
import type { Sequencer } from './sequencer.ts'

// What goes on beside the writing of the log, so that no record waits for it.

type Line = <T>(work: () => Promise<T>) => Promise<T>

/** One after another. After one has failed, nobody’s turn comes any more. */
export function createLine(): Line {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done
    last.catch(() => undefined)
    return done
  }
}

/** Whoever asks while it runs waits for the next run, which sees what they did before. */
export function joined(line: Line, work: () => Promise<void>): () => Promise<void> {
  let next: Promise<void> | undefined
  return () =>
    (next ??= line(() => {
      next = undefined
      return work()
    }))
}

const LONGEST_PAUSE = 60_000

export interface AskingBeside extends Asking {
  readonly sequencer: Sequencer
  readonly line: Line
  readonly wall: () => Instant
}

/** Asks the witnesses about the latest checkpoint; those that refuse less and less often. */
export function createAsker({ sequencer, line, wall, ...asking }: AskingBeside) {
  const askAll = createAsking(asking)
  let running: Promise<void> | undefined
  let [done, failures, later] = ['', 0, 0]

  const once = async () => {
    const note = sequencer.latest()
    if (peek(note).size === 0 || note === done) return
    const { lines, all } = await askAll(note)
    if (lines !== '') await line(() => sequencer.cosigned(note, lines, all))
    if (all) done = note
    failures = all ? 0 : failures + 1
    later = all ? 0 : Date.parse(wall()) + Math.min(LONGEST_PAUSE, 500 * 2 ** failures)
  }

  return async (when: 'now' | 'in its time'): Promise<void> => {
    if (asking.witnesses.length === 0) return
    if (when === 'in its time' && (running || Date.parse(wall()) < later)) return
    // The one that runs may be about an earlier checkpoint.
    await running
    running ??= once().finally(() => (running = undefined))
    await running
  }
}

const WEEK = 7 * 24 * 60 * 60 * 1000

/** Hashes everything again when it is a week since it was done. What it finds, it says for good. */
export function createScrubber(store: LogStore, sequencer: Sequencer, wall: () => Instant) {
  let running: Promise<void> | undefined
  const once = async () => {
    const last = (await store.head())?.scrubbed
    const due = last === undefined || Date.parse(wall()) - Date.parse(last) >= WEEK
    if (due) await sequencer.scrub()
    running = undefined
  }
  return (): Promise<void> => (running ??= once())
}
