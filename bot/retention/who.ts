import type { Clinic } from '../../content/clinic.ts'
import type { Actor, Instant, Role } from '../../machines/contract.ts'
import { addDays, dayOf, startOfDay } from '../../machines/time.ts'
import type { Standing } from './standing.ts'

const DECIDES: readonly Role[] = ['administrator', 'safeguarding', 'supervisor']
/** How long somebody waits who has nobody to ask. */
export const WAIT_ALONE = 7

/** Who may keep longer, restrict and erase; from outside, whoever the clinic has named. */
export function mayDecide({ outsideSecondPerson }: Clinic, { id, role }: Actor): boolean {
  return DECIDES.includes(role) || id === outsideSecondPerson
}

/** Whether the clinic has anybody but them to say yes to an erasure. */
export function hasSecond({ people, outsideSecondPerson }: Clinic, first: string): boolean {
  return people.some(({ id, roles }) => {
    const decides = roles.some((role) => DECIDES.includes(role)) || id === outsideSecondPerson
    return decides && id !== first
  })
}

/** From when whoever asked may also carry it out, having nobody to ask. */
export function aloneFrom({ at }: { readonly at: Instant }): Instant {
  return startOfDay(addDays(dayOf(at), WAIT_ALONE + 1))
}

/** Why this person may not carry the erasure out now; nothing when they may. */
export function notYet(clinic: Clinic, standing: Standing, by: Actor, at: Instant) {
  const { request, held } = standing
  if (!mayDecide(clinic, by)) return 'it is for the manager, the safeguarding lead or a supervisor'
  if (!request) return 'nobody has asked for it'
  if (held) return `it is held: ${held.reason}`
  if (request.by.id !== by.id) return undefined
  if (hasSecond(clinic, by.id)) return 'whoever asked cannot be the one who agrees'
  return at < aloneFrom(request) ? `it waits until ${dayOf(aloneFrom(request))}` : undefined
}
