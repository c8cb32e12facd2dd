import type { Actor } from '../machines/commands.ts'
import type { Instant } from '../machines/time.ts'
import type { Book } from './book.ts'
import type { Case, Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { openedUntil } from './emergency.ts'
import type { Access } from './evidence/access.ts'
import type { Reads } from './reads.ts'
import { maySee } from './show/who.ts'
import type { Place } from './visitors.ts'

export type Part = Extract<Access, { type: 'read' }>['part']

export interface Found extends Case {
  /** It is not theirs: they said why, and may read it until then. */
  readonly emergency?: Instant
}

/** The one way by which staff come to a consultation. */
export interface Looking {
  /** What they may read, once it is on record that they do, or that they were refused. */
  read(by: Actor, id: string, part: Part): Promise<Found | undefined>
  /** The same, for what is made of it at once: given once the reading is on record, as all is. */
  during<made>(
    by: Actor,
    id: string,
    part: Part,
    work: (found: Found) => Promise<made>,
  ): Promise<made | undefined>
  /** What is theirs to act on. What comes of it is in the consultation's own record; a refusal, here. */
  theirs(by: Actor, id: string, part: Part): Promise<Case | undefined>
}

interface Around {
  readonly parts: Pick<Parts, 'clocks'>
  readonly cases: Pick<Cases, 'find'>
  readonly book: Book
  readonly place: Pick<Place, 'clinic'>
  readonly reads: Reads
}

export function createLooking({ parts, cases, book, place, reads }: Around): Looking {
  /** Of this clinic: another's are not there at all, though they may be in the same store. */
  const find = async (id: string) => {
    const found = await cases.find(id)
    return found?.now.clinic === place.clinic ? found : undefined
  }
  /** What they may read, and when it is on record that they do. */
  const seen = async (by: Actor, id: string, part: Part) => {
    const found = await find(id)
    if (!found) return { noted: Promise.resolve() }
    const theirs = maySee(found.now, by)
    const until = theirs ? undefined : openedUntil(await book.entries(), by, id)
    const emergency = until && parts.clocks.wall() < until ? until : undefined
    const how = theirs ? 'theirs' : emergency ? 'in-emergency' : 'refused'
    const noted = reads.note(by, { type: 'read', part, consultation: id, how })
    if (how === 'refused') return { noted }
    return { noted, found: emergency ? { ...found, emergency } : found }
  }
  return {
    async read(by, id, part) {
      const { found, noted } = await seen(by, id, part)
      await noted
      return found
    },
    async during(by, id, part, work) {
      const { found, noted } = await seen(by, id, part)
      const made = found && Promise.resolve(found).then(work)
      // Whatever was begun is at its end when this is.
      await Promise.allSettled([noted, made])
      await noted
      return made
    },
    async theirs(by, id, part) {
      const found = await find(id)
      if (!found) return undefined
      if (maySee(found.now, by)) return found
      await reads.note(by, { type: 'read', part, consultation: id, how: 'refused' })
      return undefined
    },
  }
}
