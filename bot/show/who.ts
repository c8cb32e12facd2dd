import type { Actor, Role } from '../../machines/commands.ts'
import type { Consultation, FactName, Given } from '../../machines/contract.ts'
import { isClinical } from '../../machines/facts.ts'
import { values } from '../work.ts'

export const CLINICIANS: readonly Role[] = ['practitioner', 'performer', 'supervisor', 'prescriber']
const READERS: readonly Role[] = [...CLINICIANS, 'safeguarding', 'auditor']
const RESTRICTED: readonly Role[] = ['safeguarding', 'auditor']

/** What somebody at the front desk needs to greet, ring and book; nothing of health. */
const ADMINISTRATIVE = new Set<FactName>([
  ...(['full-name', 'called-by', 'safe-contact', 'safe-contact-details'] as const),
  ...(['date-of-birth', 'help-needed', 'plan', 'place-of-treatment'] as const),
])

/** Of what a colleague started alone, only those who read or keep the records of the clinic. */
const KEEPS: readonly Role[] = ['auditor', 'safeguarding', 'administrator']

/** Counts of the whole clinic, in bands: nobody can be told from them. */
const AUDITS: readonly Role[] = ['auditor', 'safeguarding', 'administrator', 'supervisor']

export const readsAudit = ({ role }: Actor): boolean => AUDITS.includes(role)
export const readsClinical = ({ role }: Actor): boolean => READERS.includes(role)
export const readsRestricted = ({ role }: Actor): boolean => RESTRICTED.includes(role)

export function seesFact(viewer: Actor, name: FactName): boolean {
  return readsClinical(viewer) || (ADMINISTRATIVE.has(name) && !isClinical(name))
}

/** Clinicians see what no clinician or they themselves are assigned to; who else is, treats nobody. */
export function maySee(now: Consultation, { role, id }: Actor): boolean {
  if (role === 'patient' || role === 'system') return false
  if (now.facts.author) return now.facts.author.value === id || KEEPS.includes(role)
  if (!CLINICIANS.includes(role)) return true
  const assigned = CLINICIANS.flatMap((one) => now.team[one] ?? [])
  const planned = [now.facts.plan?.value.performer, now.facts.plan?.value.supervisor]
  return assigned.length === 0 || assigned.some((one) => one.id === id) || planned.includes(id)
}

/** A name is known as soon as it is given, before the enquiry is at its end. */
export function nameOfPerson(now: Consultation): string {
  return nameGiven(now) ?? 'Not named yet'
}

export const isNamed = (now: Consultation): boolean => nameGiven(now) !== undefined

function nameGiven(now: Consultation): string | undefined {
  const given = saidInEnquiry(now, 'full-name')?.value
  return values(now.facts)['full-name'] ?? (typeof given === 'string' ? given : undefined)
}

/** The last answer to one question of an enquiry that is still open. */
export function saidInEnquiry(now: Consultation, state: string): Given | undefined {
  const open = now.open.find(({ pathway }) => pathway.startsWith('enquiry@'))
  return open?.given.findLast((given) => given.state === state)
}
