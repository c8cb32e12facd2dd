import type { Book } from './book.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { knockAt, opening } from './door.ts'
import { CandourError } from './errors.ts'
import type { Lanes } from './lanes.ts'
import { before, isOver, LONGEST, QUIET } from './limits.ts'
import { hashOf } from './links.ts'
import type { Activity, Claim, Incoming, Sittings, SittingRow, Taken } from './ports.ts'
import { receiptOf } from './receipt.ts'
import { summaryFor } from './summary/give.ts'
import { isFull } from './stop-only.ts'
import type { Talk } from './talk.ts'
import { decideMessage, takeMessage } from './turn.ts'
import { values } from './work.ts'
import type { Receipt } from './views/receipt.ts'
import type { WrittenPage } from './views/written.ts'
import type { Visitors } from './visitors.ts'
import { writtenFor } from './written.ts'

interface House {
  readonly parts: Parts
  readonly cases: Cases
  readonly talk: Talk
  readonly inLane: Lanes
  readonly visitors: Visitors
  readonly book: Book
}

/** What a patient's channel may ask, and the end of sittings that nobody ended. */
export function createSittings(house: House): Sittings & { endIdle(): Promise<void> } {
  const { parts, cases, talk, inLane } = house
  const { store, clocks } = parts
  return {
    take: (claim, message) => takeOrSay(house, claim, message),
    activities: (claim, from) => activities(house, claim, from),
    visitor: async (claim) => (await activities(house, claim, 0)) ?? [],
    listen: talk.listen,
    async peek(secret) {
      const link = await store.link(hashOf(secret))
      return link && link.expires > clocks.clock() ? link.purpose : undefined
    },
    redeem: (secret, channel) => opening(parts, cases, talk, inLane, secret, channel),
    written: (claim) => written(house, claim),
    receipt: (claim) => receipt(house, claim),
    async summary({ sitting }) {
      const row = await going(house, sitting)
      return row && summaryFor(house, row)
    },
    handTo: (claim) => handTo(house, claim),
    async end(claim) {
      await leave(house, claim)
    },
    async endIdle() {
      const wall = clocks.wall()
      const idle = await store.idle(before(wall, QUIET), before(wall, LONGEST))
      for (const { id } of idle) await finish(house, id)
    },
  }
}

/** A name is on the screen for whoever hands it over; once it is handed over, only what is asked is. */
async function handTo(house: House, { sitting, tablet }: Claim): Promise<string | undefined> {
  const row = tablet === 'ready' ? await going(house, sitting) : undefined
  const found = row?.door === 'birth-date' ? await house.cases.find(row.consultation) : undefined
  const { 'called-by': called, 'full-name': name } = found ? values(found.now.facts) : {}
  return name ?? called
}

const GONE: Taken = { ok: false, why: 'gone' }

/**
 * Whoever finds the disk full has what was kept for that given up, and tries once more. Of whoever was
 * erased by another instance a moment ago, a sitting may still be known here.
 */
async function takeOrSay(house: House, claim: Claim, message: Incoming): Promise<Taken> {
  for (const last of [false, true]) {
    try {
      return await take(house, claim, message)
    } catch (error) {
      if (wasErased(error)) return GONE
      if (!isFull(error)) throw error
      if (!last) await house.parts.store.isFull?.()
    }
  }
  return { ok: false, why: 'full' }
}

const wasErased = (error: unknown): boolean =>
  error instanceof CandourError && error.code === 'keys/destroyed'

async function take(house: House, claim: Claim, message: Incoming): Promise<Taken> {
  const { parts, cases, talk, inLane } = house
  const { recall } = cases.sittings
  if (message.value?.command === 'exit') return leave(house, claim)
  const row = await recall(claim.sitting)
  if (!row) return claim.visitor ? inLane(claim.sitting, () => meet(house, claim, message)) : GONE
  return inLane(row.consultation, async (waited) => {
    const now = await going(house, claim.sitting, waited ? await recall(claim.sitting) : row)
    if (!now) return GONE
    return takeMessage(parts, cases, talk, now, message, (found, row) => {
      const pinned = { ...parts, words: found.words }
      const decide = row.door === 'open' ? decideMessage : knockAt
      return decide(pinned, found.now, row, message)
    })
  })
}

/** Whoever leaves waits for nobody and leaves nothing behind. */
async function leave(house: House, claim: Claim): Promise<Taken> {
  house.visitors.end(claim)
  await finish(house, claim.sitting)
  return { ok: true, activities: [] }
}

/** A first answer may have been kept while this message waited, here or by another instance. */
async function meet(house: House, claim: Claim, message: Incoming): Promise<Taken> {
  const { store } = house.parts
  if (await store.sitting(claim.sitting)) return take(house, claim, message)
  if (await store.wasEnded(claim.sitting)) return GONE
  const taken = await house.visitors.take(claim, message)
  return taken === 'elsewhere' ? take(house, claim, message) : taken
}

async function activities(
  house: House,
  claim: Claim,
  from: number,
): Promise<readonly Activity[] | undefined> {
  const row = await going(house, claim.sitting)
  if (row) return from === Infinity ? [] : house.talk.since(row, countedHere(row, from))
  if (!claim.visitor || (await house.parts.store.wasEnded(claim.sitting))) return undefined
  return house.visitors.activities(claim, from)
}

/**
 * What was heard before a first answer was numbered by the clock of the instance that said it. Where
 * another one's differs, somebody has a number beyond all that there is: they are told all of it.
 */
const countedHere = ({ activities }: SittingRow, from: number) => (from > activities ? 0 : from)

/** For somebody who came in by a link, and only where they chose to read it. */
async function written(house: House, { sitting }: Claim): Promise<WrittenPage | undefined> {
  const row = await going(house, sitting)
  if (row?.door !== 'open' || row.assurance === 'none') return undefined
  const found = await house.cases.find(row.consultation)
  const page = found && writtenFor(found.words, found.now)
  return page?.way === 'read-here-only' ? page : undefined
}

/** Also for somebody whose name nobody knows: it says nothing that they could not have said. */
async function receipt(house: House, { sitting }: Claim): Promise<Receipt | undefined> {
  const row = await going(house, sitting)
  if (row?.door !== 'open') return undefined
  const found = await house.cases.find(row.consultation)
  return found && receiptOf(house.parts, found)
}

/** The row of a sitting that still goes on; one that is over, as the store has it, is deleted here. */
async function going(
  house: House,
  id: string,
  known?: SittingRow,
): Promise<SittingRow | undefined> {
  const { store, clocks } = house.parts
  const wall = clocks.wall()
  if (known && !isOver(known, wall)) return known
  const row = await store.sitting(id)
  if (!row || !isOver(row, wall)) return row
  await finish(house, id)
  return undefined
}

async function finish({ parts, cases, talk }: House, id: string): Promise<void> {
  await parts.store.endSitting(id)
  cases.sittings.forget([id])
  talk.tell(id, 'ended')
}
