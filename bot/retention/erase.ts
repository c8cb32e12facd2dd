import type { Actor } from '../../machines/commands.ts'
import type { Instant } from '../../machines/time.ts'
import type { Book } from '../book.ts'
import type { Parts } from '../case.ts'
import type { Cases } from '../cases.ts'
import type { Lanes } from '../lanes.ts'
import type { Place } from '../visitors.ts'
import { type Done, erasuresIn, standingOf } from './standing.ts'
import { notYet } from './who.ts'

export interface Erasing {
  readonly parts: Parts
  readonly cases: Cases
  readonly book: Book
  readonly place: Place
  readonly inLane: Lanes
  /** A sitting that is open is told that it is over. */
  readonly tell: (sitting: string) => void
}

export interface Erased {
  readonly n: number
  readonly copiesUntil?: Instant
  /** How many copies of records went out before, which it does not reach. */
  readonly given: number
  /** False while somebody still reads the keys: it is done again until it is true. */
  readonly done: boolean
}

type Counted = Done<'erase'>['consultations'][number]

/** On record first, then the keys, then all that is not a record. */
export async function erase(
  erasing: Erasing,
  by: Actor,
  person: string,
): Promise<Erased | { readonly refused: string }> {
  const { parts, book } = erasing
  const consultations = await consultationsOf(erasing, person)
  return alone(erasing.inLane, consultations, async () => {
    const counted = await count(erasing, consultations)
    const copiesUntil = await lastCopy(parts)
    const entry = await book.add(by, (entries) => {
      const standing = standingOf(entries, person)
      const why = notYet(parts.words.clinic, standing, by, parts.clocks.clock())
      if (why || !standing.request) return { refused: why ?? 'nobody has asked for it' }
      return {
        ...{ type: 'erase', request: standing.request.n, person },
        ...{ alone: standing.request.by.id === by.id, consultations: counted },
        ...(copiesUntil ? { copiesUntil } : {}),
      }
    })
    if ('refused' in entry) return entry
    const done = await apply(erasing, consultations)
    const all = (await finish(erasing, person)) && done
    const { given } = standingOf(await book.entries(), person)
    return { n: entry.seq, done: all, given: given.length, ...(copiesUntil ? { copiesUntil } : {}) }
  })
}

async function consultationsOf({ parts, place }: Erasing, person: string): Promise<string[]> {
  const all = await parts.store.consultations(place.clinic)
  return all
    .filter((one) => one.person === person)
    .map(({ id }) => id)
    .sort()
}

async function count({ parts }: Erasing, consultations: readonly string[]): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const id of consultations) {
    counted.push({ id, records: (await parts.store.load(id)).length })
  }
  return counted
}

/**
 * Another instance may have added a record after they were counted, or begun a consultation: the
 * lanes are this instance's alone. Nothing is added once the store has erased, so what it holds
 * then is what was erased, and where that is more than the book says, the book says so after it.
 */
async function finish(erasing: Erasing, person: string): Promise<boolean> {
  const { book } = erasing
  const { erased } = standingOf(await book.entries(), person)
  if (!erased) return true
  const since = await consultationsOf(erasing, person)
  const counted = await count(erasing, [...erased.consultations.map(({ id }) => id), ...since])
  if (!counted.some((one) => isMore(one, erased.consultations))) return true
  const { n, by, at: _, ...act } = erased
  await book.add(by, (entries) =>
    standingOf(entries, person).erased?.n === n
      ? { ...act, consultations: counted }
      : { refused: 'another instance did it' },
  )
  const done = since.length === 0 || (await apply(erasing, since))
  return (await finish(erasing, person)) && done
}

const isMore = ({ id, records }: Counted, before: readonly Counted[]): boolean =>
  records > (before.find((one) => one.id === id)?.records ?? 0)

/** Of the copies of the keys whose time is not over, the end of the last. */
async function lastCopy({ keys, clocks }: Parts): Promise<Instant | undefined> {
  const now = clocks.wall()
  const ends = (await keys.backups()).map(({ until }) => until).filter((until) => until > now)
  return ends.sort().at(-1)
}

/**
 * Again whatever was erased before: after a crash, and after an older copy of the evidence, the
 * keys or both was put back. Each of the three remembers what the others may have lost.
 */
export async function applyAgain(erasing: Erasing): Promise<void> {
  const { parts, book } = erasing
  const inBook = erasuresIn(await book.entries()).flatMap(({ consultations }) => consultations)
  const beside = linesOf(await parts.erasures?.read())
  const all = new Set([...inBook.map(({ id }) => id), ...(await parts.keys.destroyed()), ...beside])
  if (all.size > 0) await apply(erasing, [...all])
}

async function apply({ parts, cases, tell }: Erasing, consultations: readonly string[]) {
  const { store, keys } = parts
  const sittings = await Promise.all(consultations.map((id) => store.sittings(id)))
  await rememberBeside(parts.erasures, consultations)
  const done = await keys.destroy(consultations)
  await store.erase(consultations)
  consultations.forEach((id) => cases.forget(id))
  sittings.flat().forEach(({ id }) => tell(id))
  return done
}

async function rememberBeside(
  place: Parts['erasures'],
  consultations: readonly string[],
): Promise<void> {
  if (!place) return
  const before = await place.read()
  const known = linesOf(before)
  const all = new Set([...known, ...consultations])
  if (all.size === known.length || (await place.swap(before, [...all].join('\n')))) return
  await rememberBeside(place, consultations)
}

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split('\n').filter((line) => line !== '')

/** Nothing else is done with any of them meanwhile. */
function alone<result>(
  inLane: Lanes,
  [first, ...rest]: readonly string[],
  work: () => Promise<result>,
): Promise<result> {
  if (first === undefined) return work()
  return inLane(first, () => alone(inLane, rest, work))
}
