import { z } from 'zod'
import type { Act, Actor } from '../machines/commands.ts'
import type { FactValues } from '../machines/contract.ts'
import { day, text, treatmentClass } from '../machines/facts.ts'
import type { Day } from '../machines/time.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { earlierHealth } from './earlier.ts'
import { maySee } from './show/who.ts'
import type { Place } from './visitors.ts'
import { values } from './work.ts'

/** What is asked for, and how this person may be reached this time: what was safe once may not be now. */
const request = {
  treatmentClass,
  treatmentName: text,
  safeContact: z.enum(['phone', 'text', 'email', 'post', 'at-the-clinic-only']).optional(),
  safeContactDetails: text.optional(),
}
const first = z.strictObject({ name: text, birthDate: day, ...request })
/** Of somebody the clinic knows, by one of their consultations. */
const another = z.strictObject({ knownFrom: z.string().min(1).max(100), ...request })

export type Invitation = z.infer<typeof first> | z.infer<typeof another>

export function readInvitation(given: unknown) {
  const known = typeof given === 'object' && given !== null && 'knownFrom' in given
  return known ? another.safeParse(given) : first.safeParse(given)
}

const EARLIEST = '1900-01-01'

/** Of somebody new: a date of birth that anybody alive may have. */
export function isBorn(invitation: Invitation, today: Day): boolean {
  if (!('birthDate' in invitation)) return true
  return invitation.birthDate >= EARLIEST && invitation.birthDate <= today
}

/** Whom a consultation is for, and what is known of them when it begins. */
export interface Guest {
  readonly person: string
  readonly given: FactValues
}

/** `undefined`: nobody whom this member of staff may see, or of whom too little is known. */
export async function guestOf(
  parts: Parts,
  cases: Cases,
  { clinic }: Place,
  by: Actor,
  invitation: Invitation,
): Promise<Guest | undefined> {
  if (!('knownFrom' in invitation)) {
    const { name, birthDate } = invitation
    return { person: parts.chance.id(), given: { 'full-name': name, 'date-of-birth': birthDate } }
  }
  const now = (await cases.find(invitation.knownFrom))?.now
  const another = now?.clinic !== clinic || now.facts.author
  if (!now || another || !maySee(now, by)) return undefined
  const { 'full-name': name, 'date-of-birth': birth } = values(now.facts)
  if (!name || !birth) return undefined
  const earlier = await earlierHealth(parts, cases, clinic, now.person)
  const given = { 'full-name': name, 'date-of-birth': birth }
  return { person: now.person, given: { ...given, ...(earlier && { 'earlier-health': earlier }) } }
}

export function startOf(
  { treatmentClass: kind, treatmentName, safeContact, safeContactDetails }: Invitation,
  { person, given }: Guest,
  place: Place,
  consultation: string,
): Act {
  return {
    ...{ type: 'start', consultation, person, via: 'invited' },
    ...{ clinic: place.clinic, journey: place.journey, mode: place.mode },
    given: {
      ...{ ...place.given, ...given },
      ...{ 'treatment-class': kind, 'treatment-name': treatmentName },
      ...(safeContact ? { 'safe-contact': safeContact } : {}),
      ...(safeContactDetails ? { 'safe-contact-details': safeContactDetails } : {}),
    },
  }
}
