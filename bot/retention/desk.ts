import { z } from 'zod'
import type { Actor } from '../../machines/commands.ts'
import type { Consultation } from '../../machines/contract.ts'
import { text } from '../../machines/facts.ts'
import { dayOf } from '../../machines/time.ts'
import { each } from '../each.ts'
import { BASES, type BookAct } from '../evidence/book.ts'
import type { Desk, Done } from '../ports.ts'
import { maySee } from '../show/who.ts'
import type { QueueItem } from '../views/desk.ts'
import type { KeepingView } from '../views/keeping.ts'
import { erase, type Erased, type Erasing } from './erase.ts'
import { keptHere } from './kept.ts'
import { type Standing, standingOf } from './standing.ts'
import { tasksOf } from './tasks.ts'
import { keepingView, type OfPerson } from './view.ts'
import { mayDecide } from './who.ts'

const reason = text.max(500)
const asked = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['hold', 'lift', 'restrict', 'unrestrict']), reason }),
  z.strictObject({ type: z.literal('ask-erasure'), basis: z.enum(BASES) }),
  z.strictObject({ type: z.literal('drop-erasure'), reason }),
  z.strictObject({ type: z.literal('erase') }),
])
type Asked = z.infer<typeof asked>

export interface Keeper extends Pick<Desk, 'keeping' | 'keep'> {
  /** What is past its time, and erasures that wait for a second person. */
  tasks(viewer: Actor, all: readonly Consultation[]): Promise<readonly QueueItem[]>
  /** Those that may be used: restricted records are kept and nothing else. */
  unrestricted(all: readonly Consultation[]): Promise<readonly Consultation[]>
}

export function createKeeper(erasing: Erasing): Keeper {
  const { parts, cases, book } = erasing
  const { clinic } = parts.words
  const today = () => dayOf(parts.clocks.clock())
  return {
    async keeping(viewer, id): Promise<KeepingView | undefined> {
      const found = await cases.find(id)
      if (!found || !maySee(found.now, viewer)) return undefined
      const whose = await personOf(erasing, found.now.person)
      return keepingView(clinic, whose, found.now, viewer, parts.clocks.clock())
    },
    async keep(by, id, given) {
      const parsed = asked.safeParse(given)
      if (!parsed.success) return refused('Something is missing: write down the reason')
      const found = await cases.find(id)
      if (!found || !maySee(found.now, by)) return refused('There is no such consultation')
      if (!mayDecide(clinic, by)) return refused(NOT_FOR_YOU)
      return take(erasing, by, found.now.person, parsed.data)
    },
    async tasks(viewer, all) {
      if (!mayDecide(clinic, viewer)) return []
      const entries = await book.entries()
      return tasksOf(clinic, all, viewer, today(), (person) => standingOf(entries, person))
    },
    async unrestricted(all) {
      const entries = await book.entries()
      return all.filter(({ person }) => !standingOf(entries, person).restricted)
    },
  }
}

const NOT_FOR_YOU = 'That is for the manager, the safeguarding lead or a supervisor'
const refused = (why: string): Done => ({ ok: false, said: `${why}.` })

async function personOf({ parts, cases, book, place }: Erasing, person: string): Promise<OfPerson> {
  const rows = await parts.store.consultations(place.clinic)
  const own = rows.filter((row) => row.person === person)
  const found = await each(parts, own, (id) => cases.find(id))
  const all = found.flatMap((one) =>
    one ? [{ now: one.now, kept: keptHere(one.now, parts.words.clinic) }] : [],
  )
  return { person, all, standing: standingOf(await book.entries(), person) }
}

async function take(erasing: Erasing, by: Actor, person: string, act: Asked): Promise<Done> {
  const { parts, book } = erasing
  if (act.type === 'erase') return told(await erase(erasing, by, person))
  const whose = await personOf(erasing, person)
  const today = dayOf(parts.clocks.clock())
  const entry = await book.add<string>(by, (entries) => {
    const standing = standingOf(entries, person)
    const why = against({ ...whose, standing }, act, today)
    return why ? { refused: why } : actOf(act, person, standing)
  })
  if ('refused' in entry) return refused(entry.refused)
  return { ok: true, said: 'Done, and in the clinic’s book.' }
}

function actOf(
  act: Exclude<Asked, { type: 'erase' }>,
  person: string,
  { request }: Standing,
): BookAct {
  if (act.type === 'drop-erasure') return { ...act, request: request?.n ?? -1 }
  return { ...act, person }
}

/** Why an act is not taken as things stand; nothing when it is. */
function against(whose: OfPerson, act: Asked, today: string): string | undefined {
  const { held, restricted, request } = whose.standing
  switch (act.type) {
    case 'hold':
      return held && 'It is held already'
    case 'lift':
      return held ? undefined : 'It is not held'
    case 'restrict':
      return restricted && 'It is restricted already'
    case 'unrestrict':
      return restricted ? undefined : 'It is not restricted'
    case 'drop-erasure':
      return request ? undefined : 'Nobody has asked for an erasure'
    case 'ask-erasure':
      if (held) return `Not erased while it is held: ${held.reason}`
      if (request) return 'Somebody has asked for it already'
      return tooEarly(whose, act.basis, today)
    default:
      return undefined
  }
}

/** While the time runs, a request restricts: what a treatment rests on is kept, and not used. */
function tooEarly({ all }: OfPerson, basis: (typeof BASES)[number], today: string) {
  const running = all.filter(({ kept }) => kept.until > today)
  const longest = running.toSorted((a, b) => (a.kept.until < b.kept.until ? 1 : -1))[0]
  if (!longest) return undefined
  if (basis === 'past-its-time')
    return `Its time is not over: it is kept until ${longest.kept.until}`
  const kept = running.find(({ kept: { rule } }) => rule.value.onRequest === 'restrict')
  if (basis !== 'asked-by-person' || !kept) return undefined
  return (
    `Not erased yet: records of care are kept until ${longest.kept.until}, for the patient’s own ` +
    'safety and in case of a claim. Restrict them instead: then they are kept and not used'
  )
}

function told(erased: Erased | { readonly refused: string }): Done {
  if ('refused' in erased) return refused(`Not yet: ${erased.refused}`)
  const { n, copiesUntil, done, given } = erased
  const copies = copiesUntil
    ? `A copy of the keys can still bring it back until ${copiesUntil}: then that copy must be gone.`
    : 'No copy of the keys is known that could bring it back.'
  const now = done
    ? 'Nobody can read it here any more.'
    : 'Somebody still reads the keys: it is done again.'
  return {
    ok: true,
    said: `Erased, as number ${n} of the clinic’s book. ${now} ${copies}${out(given)}`,
  }
}

const out = (given: number): string =>
  given === 0
    ? ''
    : ` ${given === 1 ? '1 copy was' : `${given} copies were`} handed out before: those are not called back.`
