import { z } from 'zod'
import type { Clinic } from '../content/clinic.ts'
import type { Actor, Consultation, Instant, Role } from '../machines/contract.ts'
import { day, text } from '../machines/facts.ts'
import type { Book } from './book.ts'
import type { Parts } from './case.ts'
import type { BookEntry } from './evidence/book.ts'
import type { Done } from './ports.ts'
import type { Reads } from './reads.ts'
import { folded } from './show/same-name.ts'
import { CLINICIANS, isNamed, maySee, nameOfPerson } from './show/who.ts'
import type { QueueItem } from './views/desk.ts'
import { values } from './work.ts'

/** How long somebody may read what is not theirs, in milliseconds. */
const HOUR = 3_600_000

/** Who somebody is who needs help now, and why it cannot wait for whoever treats them. */
const asked = z.strictObject({
  name: text.max(200),
  'birth-date': day,
  reason: text.min(10).max(500),
})

/** Until when they may read it, if they opened it in an emergency. */
export function openedUntil(
  entries: readonly BookEntry[],
  { id }: Actor,
  consultation: string,
): Instant | undefined {
  const mine = entries.flatMap(({ by, act }) =>
    act.type === 'opened-in-emergency' && act.consultation === consultation && by.id === id
      ? [act.until]
      : [],
  )
  return mine.at(-1)
}

export interface Emergency {
  readonly parts: Pick<Parts, 'clocks'>
  readonly book: Book
  readonly reads: Reads
  readonly all: () => Promise<readonly Consultation[]>
}

/**
 * Opens to a clinician, for an hour and to read only, what is not theirs. They name the person as
 * somebody does who has them on the phone: no list to browse in comes of it.
 */
export async function openInEmergency(
  { parts, book, reads, all }: Emergency,
  by: Actor,
  given: unknown,
): Promise<Done & { readonly consultation?: string }> {
  if (!CLINICIANS.includes(by.role)) return { ok: false, said: 'That is for those who treat.' }
  const parsed = asked.safeParse(given)
  if (!parsed.success) return { ok: false, said: 'Say who it is, and in a sentence why.' }
  const found = (await all()).filter((now) => isThem(now, parsed.data))
  const latest = found.toSorted((a, b) => (a.last < b.last ? 1 : -1))[0]
  if (!latest) return { ok: false, said: NOBODY }
  const { id: consultation, person } = latest
  if (maySee(latest, by)) return { ok: true, said: 'It is yours to see.', consultation }
  const until = new Date(Date.parse(parts.clocks.wall()) + HOUR).toISOString() as Instant
  const { reason } = parsed.data
  await reads.note(by, { type: 'read', part: 'emergency', consultation, how: 'in-emergency' })
  await book.add(by, () => {
    return { type: 'opened-in-emergency', person, consultation, reason, until }
  })
  return { ok: true, said: TOLD, consultation }
}

const NOBODY =
  'Nobody here has that name and date of birth. It takes the whole name, as it is kept here; ' +
  'accents, hyphens, spaces and capitals make no difference.'

const TOLD =
  'You may read it for an hour. It is on record with your reason, and somebody looks into it.'

function isThem(now: Consultation, { name, 'birth-date': birth }: z.infer<typeof asked>): boolean {
  if (!isNamed(now) || folded(nameOfPerson(now)) !== folded(name)) return false
  return values(now.facts)['date-of-birth'] === birth
}

const isTold = (role: Role): boolean => role === 'safeguarding' || role === 'administrator'
export const looksInto = ({ role }: Actor): boolean => isTold(role)

/** Each one waits for the safeguarding lead or the manager, until one of them has looked into it. */
export function emergenciesFor(
  entries: readonly BookEntry[],
  viewer: Actor,
  all: readonly Consultation[],
): readonly QueueItem[] {
  if (!looksInto(viewer)) return []
  return notLookedInto(entries).flatMap(({ by, at, act }) => {
    const now = all.find(({ id }) => id === act.consultation)
    const what = `${by.name ?? by.id} opened it in an emergency: “${act.reason}”`
    const item = { kind: 'opened-in-emergency' as const, what, since: at, urgent: false }
    return now ? [{ ...item, consultation: now.id, who: nameOfPerson(now), role: viewer.role }] : []
  })
}

type Opened = BookEntry & {
  readonly act: Extract<BookEntry['act'], { type: 'opened-in-emergency' }>
}

export function notLookedInto(entries: readonly BookEntry[]): readonly Opened[] {
  const done = new Set(
    entries.flatMap(({ act }) => (act.type === 'looked-into' ? [act.entry] : [])),
  )
  return entries.filter(
    (entry): entry is Opened => entry.act.type === 'opened-in-emergency' && !done.has(entry.seq),
  )
}

/** Says that somebody has looked into every opening of this consultation that still waited. */
export async function lookInto(
  { people }: Clinic,
  book: Book,
  by: Actor,
  consultation: string,
): Promise<Done> {
  if (!looksInto(by))
    return { ok: false, said: 'That is for the safeguarding lead or the manager.' }
  const waiting = notLookedInto(await book.entries()).filter(
    ({ act }) => act.consultation === consultation,
  )
  const own = waiting.some((one) => one.by.id === by.id)
  const other = people.some(({ id, roles }) => id !== by.id && roles.some(isTold))
  if (own && other) return { ok: false, said: 'Whoever opened it cannot be who looks into it.' }
  for (const { seq } of waiting) await book.add(by, () => ({ type: 'looked-into', entry: seq }))
  return { ok: true, said: 'Done, and in the clinic’s book.' }
}
