import { createCases, type Parts } from './cases.ts'
import { createDesk } from './desk.ts'
import { knock, opening } from './door.ts'
import { createLanes } from './lanes.ts'
import { before, isOver, LONGEST, QUIET } from './limits.ts'
import { hashOf } from './links.ts'
import type { Activity, Claim, Desk, Incoming, Sittings, SittingRow, Taken } from './ports.ts'
import { createStaffTurns } from './staff-turn.ts'
import { createTalk } from './talk.ts'
import { decideMessage, takeMessage } from './turn.ts'
import { createVisitors, type Place } from './visitors.ts'

export interface Candour {
  readonly sittings: Sittings
  readonly desk: Desk
  /** Ticks what is due, ends what is idle. For the program's timer. */
  round(): Promise<void>
}

/** Puts one turn together: the parts it needs are ports. */
export function createCandour(parts: Parts, place: Place): Candour {
  const { store, clocks } = parts
  const cases = createCases(parts)
  const talk = createTalk(parts)
  const inLane = createLanes()
  const visitors = createVisitors(parts, cases, talk, place)
  const staff = createStaffTurns(parts, cases, talk, inLane)

  /** The row of a sitting that still goes on; one that is over is deleted here. */
  async function going(id: string): Promise<SittingRow | undefined> {
    const row = await store.sitting(id)
    if (!row || !isOver(row, clocks.wall())) return row
    await finish(id)
    return undefined
  }

  async function finish(id: string): Promise<void> {
    await store.endSitting(id)
    talk.tell(id, 'ended')
  }

  async function take(claim: Claim, message: Incoming): Promise<Taken> {
    const row = await store.sitting(claim.sitting)
    if (!row) return claim.visitor ? inLane(claim.sitting, () => meet(claim, message)) : GONE
    return inLane(row.consultation, async () => {
      const now = await going(claim.sitting)
      if (!now) return GONE
      return takeMessage(parts, cases, talk, now, message, (found) => {
        const pinned = { ...parts, words: found.words }
        return now.door === 'open'
          ? decideMessage(pinned, found.now, now, message)
          : knock(pinned, found.now, now, message)
      })
    })
  }

  /** A first answer may have been kept while this message waited. */
  async function meet(claim: Claim, message: Incoming): Promise<Taken> {
    if (await store.sitting(claim.sitting)) return take(claim, message)
    if (await store.wasEnded(claim.sitting)) return GONE
    return visitors.take(claim, message)
  }

  async function activities(claim: Claim, from: number): Promise<readonly Activity[] | undefined> {
    const row = await going(claim.sitting)
    if (row) return talk.since(row, from)
    if (!claim.visitor || (await store.wasEnded(claim.sitting))) return undefined
    return visitors.activities(claim, from)
  }

  const sittings: Sittings = {
    take,
    activities,
    visitor: async (claim) => (await activities(claim, 0)) ?? [],
    listen: talk.listen,
    async peek(secret) {
      const link = await store.link(hashOf(secret))
      return link && link.expires > clocks.clock() ? link.purpose : undefined
    },
    redeem: (secret, channel) => opening(parts, cases, talk, inLane, secret, channel),
    async end(claim) {
      visitors.end(claim)
      await finish(claim.sitting)
    },
  }

  return {
    sittings,
    desk: createDesk(parts, cases, staff, place),
    async round() {
      await staff.tickDue()
      const wall = clocks.wall()
      for (const { id } of await store.idle(before(wall, QUIET), before(wall, LONGEST))) await finish(id)
    },
  }
}

const GONE: Taken = { ok: false, why: 'gone' }
