import { reflectionHoursOf } from '../content/treatment-slots.ts'
import { command as commandSchema, type Act, type Actor, type Where } from '../machines/commands.ts'
import type { Refusal } from '../machines/contract.ts'
import { dayOf } from '../machines/time.ts'
import { audit } from './audit.ts'
import type { Book } from './book.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { incompetence } from './competence.ts'
import { earlierHealth } from './earlier.ts'
import { emergenciesFor, looksInto, lookInto, openInEmergency } from './emergency.ts'
import { isStale, SIGN_IN_FIRST } from './fresh.ts'
import { invite, ONLY_STAFF } from './invite.ts'
import { handOut, NOT_YOURS } from './hand-out.ts'
import { createLink } from './links.ts'
import { notOnTheList, onTheList } from './on-the-list.ts'
import { inPlainWords } from './plain-faults.ts'
import type { Looking } from './looking.ts'
import type { Overview } from './overview.ts'
import type { Desk, Done, LinkRow } from './ports.ts'
import { reading } from './reading-desk.ts'
import type { Reads } from './reads.ts'
import { personsOf } from './show/persons.ts'
import { queueOf } from './show/queue.ts'
import type { Keeper } from './retention/desk.ts'
import { mayDecide } from './retention/who.ts'
import { startAlone } from './practice.ts'
import { makeSummary } from './summary/give.ts'
import { STAFF } from './acts/desk.ts'
import type { StaffDone, StaffTurns } from './staff-turn.ts'
import type { Place } from './visitors.ts'
import { whoRead } from './who-read.ts'
import type { Words } from './words.ts'

const AT_DESK: Where = { channel: 'desk', private: false }

/** What the clinic's people see and do. Every answer is cut to their role. */
export function createDesk(house: House): Desk {
  return {
    act: (by, id, given, where = AT_DESK) => act(house, by, id, given, where),
    invite: (by, given) => invite(house, by, given, said),
    start: (by, tree, where = AT_DESK) => startAlone(house, by, tree, where, said),
    makeLink: (by, id, purpose) => makeLink(house, by, id, purpose),
    queue: (viewer) => queue(house, viewer),
    ...keeping(house),
    ...reading(house),
    ...finding(house),
    pack: async (by, id, asked) => {
      const known = by.role === 'system' || (await house.looking.theirs(by, id, 'pack'))
      if (!known) return { ok: false, said: NOT_YOURS }
      return handOut(house, by, id, asked, (done) => said(done).said)
    },
    summary: async (by, id) => {
      const theirs = await house.looking.theirs(by, id, 'summary')
      if (!theirs) return { ok: false, said: SAID.unknown('') }
      return makeSummary(house, by, id, (done) => said(done).said)
    },
    moveClock: (milliseconds) => moveClock(house, milliseconds),
  }
}

function keeping({ keeper, looking }: House): Pick<Desk, 'keeping' | 'keep'> {
  return {
    keeping: async (viewer, id) =>
      (await looking.theirs(viewer, id, 'keeping')) && keeper.keeping(viewer, id),
    async keep(by, id, given) {
      const theirs = await looking.theirs(by, id, 'keeping')
      return theirs ? keeper.keep(by, id, given) : { ok: false, said: SAID.unknown('') }
    },
  }
}

type Finding = Pick<
  Desk,
  'audit' | 'reads' | 'persons' | 'openInEmergency' | 'lookInto' | 'notForRole'
>

function finding(house: House): Finding {
  const { parts, overview, book, reads } = house
  return {
    async persons(viewer, query) {
      const found = personsOf(await overview.all(), viewer, query)
      const ids = [...new Set(found.map(({ consultation }) => consultation))]
      await reads.note(viewer, { type: 'search', found: ids.slice(0, 1000) })
      return found
    },
    async audit(viewer) {
      const view = await audit(house, viewer)
      if (view) await reads.note(viewer, { type: 'counts' })
      return view
    },
    reads: (viewer, asked) => whoRead(house, viewer, asked),
    openInEmergency: (by, given) => openInEmergency({ ...house, all: overview.all }, by, given),
    lookInto: (by, id) => lookInto(parts.words.clinic, book, by, id),
    notForRole: (by, route, consultation) =>
      reads.note(by, { type: 'not-for-role', route, ...(consultation && { consultation }) }),
  }
}

async function moveClock({ parts, staff, place }: House, milliseconds: number) {
  const { clocks, store } = parts
  if (place.mode !== 'demo') return clocks.clock()
  await store.moveClock((await store.offset()) + milliseconds)
  await clocks.reload?.()
  while ((await staff.tickDue()) > 0);
  return clocks.clock()
}

async function queue({ parts: { words }, overview, keeper, book }: House, viewer: Actor) {
  // Whoever decides on keeping, or looks into an emergency, is asked about what is over as well.
  const decides = mayDecide(words.clinic, viewer) || looksInto(viewer)
  const known = await keeper.unrestricted(await overview[decides ? 'all' : 'waiting']())
  const waiting = queueOf(words, known, viewer)
  const emergencies = emergenciesFor(await book.entries(), viewer, known)
  return [...waiting, ...emergencies, ...(await keeper.tasks(viewer, known))]
}

interface House {
  readonly parts: Parts
  readonly cases: Cases
  readonly staff: StaffTurns
  readonly place: Place
  readonly keeper: Keeper
  readonly book: Book
  readonly reads: Reads
  readonly looking: Looking
  readonly overview: Overview
}

async function act(house: House, by: Actor, id: string, given: unknown, where: Where) {
  const parsed = commandSchema.shape.act.safeParse(given)
  if (!parsed.success) return { ok: false, said: inPlainWords(parsed.error) }
  if (FORBIDDEN.has(parsed.data.type)) return { ok: false, said: 'That is not done at the desk.' }
  if (!(await house.looking.theirs(by, id, 'act'))) return { ok: false, said: SAID.unknown('') }
  const { words, clocks } = house.parts
  const why = await restrictedBy(house, id)
  if (why) return { ok: false, said: why }
  if (isStale(by, parsed.data, clocks.wall()))
    return { ok: false, said: SAID['not-now'](SIGN_IN_FIRST) }
  const unfit = incompetence(words.clinic, parsed.data, dayOf(clocks.clock()))
  if (unfit) return { ok: false, said: SAID['not-allowed'](unfit) }
  const whole = proposed(words, parsed.data)
  if (!whole) return { ok: false, said: SAID['not-allowed'](notOnTheList(words)) }
  const act = await remembering(house, whole)
  return said(await house.staff.take({ by, consultation: id, act, where }))
}

/** What the person told the clinic before comes with the link, from nobody's form. */
async function remembering({ parts, cases, place }: House, given: Act): Promise<Act> {
  if (given.type !== 'link') return given
  const { person, identifiers } = given
  const earlier = await earlierHealth(parts, cases, place.clinic, person)
  return { type: 'link', person, identifiers, ...(earlier && { 'earlier-health': earlier }) }
}

/** Its own data says how long to think about it. */
function proposed(words: Words, given: Act): Act | undefined {
  if (given.type !== 'propose') return given
  const treatment = onTheList(words, given.class, given.name)
  if (!treatment) return undefined
  return { ...given, 'reflection-hours': reflectionHoursOf(treatment, words.clinic) }
}

async function makeLink(house: House, by: Actor, id: string, purpose: LinkRow['purpose']) {
  if (!STAFF.includes(by.role)) return ONLY_STAFF
  if (!(await house.looking.theirs(by, id, 'link'))) return { ok: false, said: SAID.unknown('') }
  const why = await restrictedBy(house, id)
  if (why) return { ok: false, said: why }
  const { secret, link } = createLink(house.parts, id, purpose)
  const opened: Act = purpose === 'sign' ? { type: 'open-signing' } : { type: 'make-link', purpose }
  const turn = { by, consultation: id, act: opened, where: AT_DESK, links: [link] }
  const done = said(await house.staff.take(turn), 'The link works once.')
  return done.ok ? { ...done, secret } : done
}

/** Restricted records are kept and not used: nothing is done with them but decide on keeping. */
async function restrictedBy({ cases, keeper }: House, id: string): Promise<string | undefined> {
  const found = await cases.find(id)
  if (!found || (await keeper.unrestricted([found.now])).length > 0) return undefined
  return SAID['not-allowed']('these records are restricted')
}

function said(done: StaffDone, well = 'Done, and on record.'): Done {
  if ('refused' in done) return { ok: false, said: SAID[done.refused](done.detail) }
  return { ok: true, said: well }
}

/** Acts that come from a conversation or from the engine, never from a form. */
const FORBIDDEN = new Set<Act['type']>([
  ...(['start', 'choose', 'change', 'identify', 'stop', 'say', 'ask', 'make-link'] as const),
  ...([
    'ask-for-a-person',
    'continue-later',
    'language',
    'tick',
    'policy',
    'declined-by-practitioner',
    ...(['pack', 'restricted-pack', 'summary', 'ask-for-summary'] as const),
  ] as const),
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
