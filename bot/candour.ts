import type { Actor } from '../machines/commands.ts'
import type { Parts } from './case.ts'
import { type Book, createBook } from './book.ts'
import { type Cases, createCases } from './cases.ts'
import { createDesk } from './desk.ts'
import { createLanes } from './lanes.ts'
import { lengthenAll } from './lengthen.ts'
import { createLetters } from './letters.ts'
import { createLooking } from './looking.ts'
import { createOverview } from './overview.ts'
import type { Desk, Letters, Sittings } from './ports.ts'
import { readOnly, readOnlyDesk } from './read-only.ts'
import { createReads, type Reads } from './reads.ts'
import { type AccessCopy, giveAccess } from './retention/access.ts'
import { createKeeper } from './retention/desk.ts'
import { applyAgain } from './retention/erase.ts'
import { createSittings } from './sittings.ts'
import { createStaffTurns } from './staff-turn.ts'
import { sayingWhenFull } from './stop-only.ts'
import { createTalk, type Talk } from './talk.ts'
import { createVisitors, type Place } from './visitors.ts'

export interface Candour {
  readonly sittings: Sittings
  readonly desk: Desk
  /** What goes to patients by email, where a clinic has mail. */
  readonly letters: Letters
  /** The clinic's own. */
  readonly book: Book
  /** Who read what. */
  readonly reads: Reads
  /** Everything that a person may have, on record before it is handed out. */
  access(by: Actor, person: string, way: string): Promise<AccessCopy | undefined>
  /** At the start: what was erased stays so; policies are today's, where they are stricter. */
  begin(): Promise<void>
  /** Ticks what is due, ends what is idle. For the program's timer. */
  round(): Promise<void>
}

/** Puts one turn together: the parts it needs are ports. */
export function createCandour(given: Parts, place: Place): Candour {
  const { gap } = given
  const parts = gap ? { ...given, store: readOnly(given.store, gap) } : given
  const cases = createCases(parts)
  const talk = createTalk(parts)
  const inLane = createLanes()
  const visitors = createVisitors(parts, cases, talk, place)
  const book = createBook(parts, place)
  const catchUp = hearOthers(parts, cases, talk)
  const erasing = { parts, cases, book, place, inLane, tell: endFor(talk) }
  const staff = createStaffTurns(parts, cases, talk, inLane)
  const sittings = createSittings({ parts, cases, talk, inLane, visitors, book })
  const reads = createReads(parts, place)
  const looking = createLooking({ parts, cases, book, place, reads })
  const keeper = createKeeper(erasing)
  const overview = createOverview(parts, cases, place)
  const desk = createDesk({ parts, cases, staff, place, book, keeper, reads, looking, overview })
  const letters = createLetters({ parts, cases, staff, place, keeper })
  return {
    sittings,
    desk: gap ? readOnlyDesk(desk, gap) : sayingWhenFull(desk),
    letters: gap ? { ...letters, waiting: async () => [] } : letters,
    ...{ book, reads },
    access: (by, person, way) => giveAccess(erasing, by, person, way),
    async begin() {
      await book.begin()
      await applyAgain(erasing)
      if (!gap) await lengthenAll(parts, cases, staff, place)
    },
    async round() {
      await catchUp()
      if (gap) return
      try {
        await staff.tickDue()
      } finally {
        await sittings.endIdle()
      }
    },
  }
}

const endFor = (talk: Talk) => (sitting: string) => talk.tell(sitting, 'ended')

/** Hears what other instances write, where there are any; what was missed is caught up with. */
function hearOthers({ store, clocks }: Parts, cases: Cases, talk: Talk): () => Promise<void> {
  const { shared } = store
  if (!shared) return async () => {}
  const hear = (written: readonly string[] | 'all') => {
    cases.sittings.forget(written)
    return talk.wake(written)
  }
  shared.news((written) => void hear(written).catch(() => undefined))
  return async () => {
    // A sitting that is known may be old all the same: its next turn finds that out.
    await Promise.all([talk.wake('all'), clocks.reload?.()])
  }
}
