import { z } from 'zod'
import { command as commandSchema, type Act, type Actor, type Where } from '../machines/commands.ts'
import type { Refusal } from '../machines/contract.ts'
import { day, text, treatmentClass } from '../machines/facts.ts'
import type { Cases, Parts } from './cases.ts'
import { createLink } from './links.ts'
import type { Desk, Done, LinkRow } from './ports.ts'
import { caseView } from './show/case.ts'
import { queueOf } from './show/queue.ts'
import { recordPage } from './show/record.ts'
import { maySee } from './show/who.ts'
import { STAFF } from './acts/desk.ts'
import type { StaffTurns } from './staff-turn.ts'
import { values } from './work.ts'
import type { Place } from './visitors.ts'

const AT_DESK: Where = { channel: 'desk', private: false }

const invitation = z.strictObject({
  name: text,
  birthDate: day,
  treatmentClass,
  treatmentName: text,
  safeContact: z.enum(['phone', 'text', 'email', 'post', 'at-the-clinic-only']).optional(),
  safeContactDetails: text.optional(),
})

/** What the clinic's people see and do. Every answer is cut to their role. */
export function createDesk(parts: Parts, cases: Cases, staff: StaffTurns, place: Place): Desk {
  const { store, clocks, chance } = parts

  async function act(by: Actor, id: string, given: unknown, where = AT_DESK): Promise<Done> {
    const parsed = commandSchema.shape.act.safeParse(given)
    if (!parsed.success) return { ok: false, said: `Something is missing: ${faults(parsed.error)}.` }
    if (FORBIDDEN.has(parsed.data.type)) return { ok: false, said: 'That is not done at the desk.' }
    if (!(await sees(by, id))) return { ok: false, said: SAID.unknown('') }
    const done = await staff.take(by, id, parsed.data, where)
    if ('refused' in done) return { ok: false, said: SAID[done.refused](done.detail) }
    return { ok: true, said: 'Done, and on record.' }
  }

  async function sees(by: Actor, id: string): Promise<boolean> {
    const found = await cases.find(id)
    return found !== undefined && maySee(found.now, by)
  }

  async function makeLink(by: Actor, id: string, purpose: LinkRow['purpose']) {
    if (!STAFF.includes(by.role)) return { ok: false, said: 'Links are made by the clinic’s staff.' }
    if (!(await sees(by, id))) return { ok: false, said: SAID.unknown('') }
    const { secret, link } = createLink(parts, id, purpose)
    const done =
      purpose === 'sign'
        ? await staff.take(by, id, { type: 'open-signing' }, AT_DESK, [link])
        : await staff.take(by, id, { type: 'make-link', purpose }, AT_DESK, [link])
    if ('refused' in done) return { ok: false, said: SAID[done.refused](done.detail) }
    return { ok: true, said: 'The link works once.', secret }
  }

  async function invite(by: Actor, given: unknown) {
    const parsed = invitation.safeParse(given)
    if (!parsed.success) return { ok: false, said: `Something is missing: ${faults(parsed.error)}.` }
    if (!STAFF.includes(by.role)) return { ok: false, said: 'Invitations are made by the clinic’s staff.' }
    const consultation = chance.id()
    const { secret, link } = createLink(parts, consultation, 'invite')
    const start = startOf(parsed.data, place, consultation, chance.id())
    const done = await staff.take(by, consultation, start, AT_DESK, [link])
    if ('refused' in done) return { ok: false, said: SAID[done.refused](done.detail) }
    return { ok: true, said: 'Invited. The link works once.', secret, consultation }
  }

  async function all() {
    const rows = await store.consultations(place.clinic)
    const found = await Promise.all(rows.map(({ id }) => cases.find(id)))
    return found.flatMap((one) => (one ? [one.now] : []))
  }

  return {
    ...{ act, invite, makeLink },
    queue: async (viewer) => queueOf(parts.words, await all(), viewer),
    async look(viewer, id) {
      const found = await cases.find(id)
      const payloads = found ? await cases.payloads(id) : []
      return found && caseView(found.words, found.now, payloads, viewer, clocks.clock())
    },
    async records(viewer, id) {
      const found = await cases.find(id)
      return found && recordPage(found.words, found.now, await cases.checked(id), viewer)
    },
    async persons(_viewer, query) {
      const wanted = query.trim().toLowerCase()
      const named = (await all()).map((now) => ({ now, facts: values(now.facts) }))
      return named
        .filter(({ facts }) => facts['full-name']?.toLowerCase().includes(wanted))
        .map(({ now, facts }) => ({
          ...{ id: now.person, name: facts['full-name'] ?? '', consultation: now.id },
          ...(facts['date-of-birth'] ? { birthDate: facts['date-of-birth'] } : {}),
        }))
    },
    async moveClock(milliseconds) {
      await store.moveClock((await store.offset()) + milliseconds)
      await parts.clocks.reload?.()
      while ((await staff.tickDue()) > 0);
      return clocks.clock()
    },
  }
}

/** Acts that come from a conversation or from the engine, never from a form. */
const FORBIDDEN = new Set<Act['type']>([
  ...(['start', 'choose', 'change', 'identify', 'stop', 'say', 'ask', 'make-link'] as const),
  ...(['ask-for-a-person', 'continue-later', 'tick', 'declined-by-practitioner'] as const),
])

const SAID: Readonly<Record<Refusal['refused'], (detail: string) => string>> = {
  'not-now': (why) => `Not yet: ${why}.`,
  'not-you': (why) => `Not for you: ${why}.`,
  'not-asked': () => 'That was answered already, or has changed. This is how it stands now.',
  'not-an-answer': () => 'That is not an answer to this question.',
  'not-in-this-state': (why) => `That cannot be done now: ${why}.`,
  'not-allowed': (why) => `That is not allowed: ${why}.`,
  unknown: () => 'There is no such consultation.',
}

function startOf(given: z.infer<typeof invitation>, place: Place, consultation: string, person: string): Act {
  const { name, birthDate, safeContact, safeContactDetails } = given
  return {
    ...{ type: 'start', consultation, person, via: 'invited' },
    ...{ clinic: place.clinic, journey: place.journey, mode: place.mode },
    given: {
      ...place.given,
      ...{ 'full-name': name, 'date-of-birth': birthDate },
      ...{ 'treatment-class': given.treatmentClass, 'treatment-name': given.treatmentName },
      ...(safeContact ? { 'safe-contact': safeContact } : {}),
      ...(safeContactDetails ? { 'safe-contact-details': safeContactDetails } : {}),
    },
  }
}

function faults(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(' ')} ${message}`).join('; ')
}
