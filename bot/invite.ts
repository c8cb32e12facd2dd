import { reflectionHoursOf } from '../content/treatment-slots.ts'
import type { Actor, Where } from '../machines/commands.ts'
import type { Consultation } from '../machines/contract.ts'
import { minimumAgeFor } from '../machines/parameters/minimum-age.ts'
import { ageOn, dayOf } from '../machines/time.ts'
import { STAFF } from './acts/desk.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { guestOf, isBorn, readInvitation, startOf } from './invitation.ts'
import { createLink } from './links.ts'
import { notOnTheList, onTheList } from './on-the-list.ts'
import { inPlainWords } from './plain-faults.ts'
import type { Done, Invited } from './ports.ts'
import { namedPersonIn } from './show/words.ts'
import type { StaffDone, StaffTurns } from './staff-turn.ts'
import type { Place } from './visitors.ts'
import { values } from './work.ts'
import type { Words } from './words.ts'

const AT_DESK: Where = { channel: 'desk', private: false }

interface House {
  readonly parts: Parts
  readonly cases: Cases
  readonly staff: StaffTurns
  readonly place: Place
}

/** A person, a consultation and the link to it, and what whoever hands it over has to know first. */
export async function invite(
  house: House,
  by: Actor,
  given: unknown,
  say: (done: StaffDone, well?: string) => Done,
): Promise<Invited> {
  const { parts, cases, staff, place } = house
  if (!STAFF.includes(by.role)) return ONLY_STAFF
  const parsed = readInvitation(given)
  if (!parsed.success) return { ok: false, said: inPlainWords(parsed.error) }
  if (!isBorn(parsed.data, dayOf(parts.clocks.clock()))) return NOT_BORN
  const guest = await guestOf(parts, cases, place, by, parsed.data)
  if (!guest) return say({ refused: 'unknown', detail: '' })
  const consultation = parts.chance.id()
  const { secret, link } = createLink(parts, consultation, 'invite')
  const { treatmentClass: kind, treatmentName } = parsed.data
  const treatment = onTheList(parts.words, kind, treatmentName)
  if (!treatment) return say({ refused: 'not-allowed', detail: notOnTheList(parts.words) })
  const hours = { 'reflection-hours': reflectionHoursOf(treatment, parts.words.clinic) }
  const longest = { ...place, given: { ...place.given, ...hours } }
  const start = startOf(parsed.data, guest, longest, consultation)
  const turn = { by, consultation, act: start, where: AT_DESK, links: [link] }
  const done = await staff.take(turn)
  if ('refused' in done) return say(done)
  const young = ofTheYoung(parts.words, done.after.now)
  const well = young?.refused ? NOT_GOING_ON : 'Invited. The link works once.'
  return { ...say(done, well), secret, consultation, ...(young && { young }) }
}

export const ONLY_STAFF: Done = { ok: false, said: 'Only the clinic’s staff make links.' }

const NOT_BORN: Done = { ok: false, said: 'Check the date of birth: nobody was born on that day.' }

const NOT_GOING_ON = 'The consultation is on record, and refused: they are too young by that date.'

/** By the date that staff gave, before anybody has said anything in the chat. */
function ofTheYoung({ clinic }: Words, now: Consultation): Invited['young'] {
  const { 'date-of-birth': birth, 'age-band': band, ...known } = values(now.facts)
  if (!birth || !band || band === 'adult') return undefined
  const { 'place-of-treatment': place, 'treatment-class': kind } = known
  const on = dayOf(now.last)
  const least = place && kind ? minimumAgeFor(place, kind, on)?.years : undefined
  return {
    refused: now.state === 'refused',
    person: namedPersonIn(clinic),
    ...(least !== undefined && ageOn(birth, on) < least ? { least } : {}),
  }
}
