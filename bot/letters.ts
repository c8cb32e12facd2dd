import { z } from 'zod'
import type { Where } from '../machines/commands.ts'
import type { Case, Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { each } from './each.ts'
import type { Letter, Letters } from './ports.ts'
import { MAIL, MESSAGE_WAITS, waitingReminder } from './reminders.ts'
import type { Keeper } from './retention/desk.ts'
import { contactOf } from './show/person.ts'
import type { StaffTurns } from './staff-turn.ts'
import type { Place } from './visitors.ts'

const BY_ITSELF: Where = { channel: 'system', private: false }

interface House {
  readonly parts: Parts
  readonly cases: Cases
  readonly staff: StaffTurns
  readonly place: Place
  readonly keeper: Keeper
}

/**
 * Reminders that an email can give: read from the record each time, so that nothing is kept beside
 * it that a patient's stop or withdrawal would have to find.
 */
export function createLetters({ parts, cases, staff, place, keeper }: House): Letters {
  return {
    async waiting() {
      const ids = await parts.store.consultations(place.clinic)
      const found = await each(parts, ids, (id) => cases.find(id))
      const all = found.filter((one) => one !== undefined)
      const free = await keeper.unrestricted(all.map(({ now }) => now))
      const allowed = new Set(free.map(({ id }) => id))
      return all.filter(({ now }) => allowed.has(now.id)).flatMap(letterIn)
    },
    async told({ consultation, reminder }) {
      const act = { type: 'remind', reminder, how: 'told' } as const
      await staff.take({ by: MAIL, where: BY_ITSELF, consultation, act })
    },
  }
}

/** One address and nothing else: what was typed may be anything. */
const address = z.email().max(254)

function letterIn({ now, words }: Case): readonly Letter[] {
  const [waiting, contact] = [waitingReminder(now), contactOf(now)]
  if (!waiting || contact?.way !== 'email') return []
  const to = address.safeParse(contact.details?.trim()).data
  // Words of an earlier day may not have these yet; then a person tells them.
  if (!to || !words.catalogue.has(MESSAGE_WAITS)) return []
  const { short: subject = '' } = words.catalogue.get(MESSAGE_WAITS)
  const { text } = words.show(MESSAGE_WAITS, now)
  return [{ consultation: now.id, person: now.person, reminder: waiting.id, to, subject, text }]
}
