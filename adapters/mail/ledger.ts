import { createHash } from 'node:crypto'
import { DateTime } from 'luxon'
import { z } from 'zod'
import { CandourError } from '../../bot/errors.ts'
import type { Place } from '../../bot/ports.ts'
import type { Instant } from '../../machines/contract.ts'

/** How often one mail is tried, and how long it waits after each try, in minutes. */
const WAITS = [5, 15, 60, 360] as const
const TRIES = WAITS.length + 1

/** How many mails go out on one day, whatever waits. */
export const MOST = { patient: 1, staff: 6, clinic: 200 } as const

/** Tasks are remembered long: one that was put off and comes back is not told of again. */
const REMEMBERED = 10_000

const shape = z.strictObject({
  tasks: z.record(
    z.string(),
    z.strictObject({ tries: z.int(), next: z.iso.datetime(), over: z.boolean() }),
  ),
  day: z.string(),
  sent: z.record(z.string(), z.int()),
})
type Kept = z.infer<typeof shape>

/** Something that is to be said to somebody. */
export interface Errand {
  readonly kind: 'patient' | 'staff'
  readonly person: string
  /** What for: names that tell nothing of it, see `nameOf`. */
  readonly tasks: readonly string[]
}

export type Outcome = 'taken' | 'now' | 'ever' | 'unknown' | 'away'

/**
 * What was tried: hashes and counts, no address and no word. A try is on disk before it is made.
 * So a mail is never lost; where the process ends between a server's yes and the note of it, the
 * mail comes once more, under the same name.
 */
export interface Ledger {
  /** The tasks to tell of now, counted as tried; none while a limit holds. */
  begin(errand: Errand): Promise<readonly string[]>
  /** How it went. True when it is given up. */
  end(errand: Errand, tasks: readonly string[], outcome: Outcome): Promise<boolean>
}

export function createLedger(place: Place, now: () => Instant): Ledger {
  return {
    begin: (errand) => change(place, now, (kept) => begun(kept, errand, now())),
    end: (errand, tasks, outcome) =>
      change(place, now, (kept) => ended(kept, errand, { tasks, outcome, at: now() })),
  }
}

export const nameOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)

function begun(kept: Kept, { kind, person, tasks }: Errand, at: Instant): readonly string[] {
  const due = tasks.filter((task) => isDue(kept.tasks[task], at))
  const name = nameOf(person)
  const already = kept.sent[name] ?? 0
  const all = Object.values(kept.sent).reduce((sum, one) => sum + one, 0)
  if (due.length === 0 || already >= MOST[kind] || all >= MOST.clinic) return []
  kept.sent[name] = already + 1
  for (const task of due) {
    const tries = (kept.tasks[task]?.tries ?? 0) + 1
    const next = later(at, WAITS[Math.min(tries, WAITS.length) - 1] ?? 0)
    kept.tasks[task] = { tries, next, over: false }
  }
  return due
}

const isDue = (one: Kept['tasks'][string] | undefined, at: Instant): boolean =>
  !one || (!one.over && one.next <= at)

interface Ended {
  readonly tasks: readonly string[]
  readonly outcome: Outcome
  readonly at: Instant
}

function ended(kept: Kept, { person }: Errand, { tasks, outcome, at }: Ended): boolean {
  const name = nameOf(person)
  // What may have arrived counts as sent; what surely has not, does not.
  if (['now', 'ever', 'away'].includes(outcome)) kept.sent[name] = (kept.sent[name] ?? 1) - 1
  for (const task of tasks) settle(kept, task, outcome, at)
  return outcome !== 'taken' && tasks.some((task) => kept.tasks[task]?.over)
}

function settle(kept: Kept, task: string, outcome: Outcome, at: Instant): void {
  const one = kept.tasks[task]
  if (!one) return
  // A server that is away says nothing of this mail: it costs no try.
  if (outcome === 'away') kept.tasks[task] = { ...one, tries: one.tries - 1, next: later(at, 5) }
  else if (outcome === 'taken' || outcome === 'ever' || one.tries >= TRIES)
    kept.tasks[task] = { ...one, over: true }
}

function later(at: Instant, minutes: number): Instant {
  return DateTime.fromISO(at, { zone: 'utc' }).plus({ minutes }).toISO() as Instant
}

const dayOf = (at: Instant): string =>
  DateTime.fromISO(at, { zone: 'Europe/London' }).toISODate() ?? ''

const AGAIN = 5

/** Another process may write the same place: whoever is slower reads again. */
async function change<T>(place: Place, now: () => Instant, make: (kept: Kept) => T): Promise<T> {
  for (let tries = 0; tries < AGAIN; tries += 1) {
    const before = await place.read()
    const kept = today(read(before), dayOf(now()))
    const made = make(kept)
    const after = JSON.stringify(trimmed(kept))
    if (after === before || (await place.swap(before, after))) return made
  }
  throw new CandourError('store/conflict', { tries: AGAIN })
}

function read(text: string | undefined): Kept {
  if (text === undefined) return { tasks: {}, day: '', sent: {} }
  try {
    return shape.parse(JSON.parse(text))
  } catch (cause) {
    throw new CandourError('config/refused', { mail: 'its list of tries is damaged' }, { cause })
  }
}

const today = (kept: Kept, day: string): Kept =>
  kept.day === day ? kept : { ...kept, day, sent: {} }

const trimmed = (kept: Kept): Kept => ({
  ...kept,
  tasks: Object.fromEntries(Object.entries(kept.tasks).slice(-REMEMBERED)),
})
