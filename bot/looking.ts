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
  return {
    async read(by, id, part) {
      const found = await find(id)
      if (!found) return undefined
      const theirs = maySee(found.now, by)
      const until = theirs ? undefined : openedUntil(await book.entries(), by, id)
      const emergency = until && parts.clocks.wall() < until ? until : undefined
      const how = theirs ? 'theirs' : emergency ? 'in-emergency' : 'refused'
      await reads.note(by, { type: 'read', part, consultation: id, how })
      if (how === 'refused') return undefined
      return emergency ? { ...found, emergency } : found
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
