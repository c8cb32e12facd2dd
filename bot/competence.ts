import type { Clinic, StaffMember } from '../content/clinic.ts'
import type { Act, Role } from '../machines/commands.ts'
import type { Day } from '../machines/time.ts'

const TREATING: readonly Role[] = ['practitioner', 'performer', 'supervisor', 'prescriber']

/**
 * Why an act may not name somebody who treats: registration, insurance or training is missing
 * or out of date on that day (JCCP-2, KR-7, KR-11, KR-15). `undefined` when nothing is wrong.
 */
export function incompetence(clinic: Clinic, act: Act, today: Day): string | undefined {
  for (const [role, id] of namedIn(act)) {
    const member = clinic.people.find((one) => one.id === id)
    if (!member) return `nobody of the clinic is called ${id}`
    const why = whyNot(member, role, act.type === 'plan' ? act.plan.date : today)
    if (why) return `${member.name} ${why}`
  }
  return undefined
}

/** Whom an act names for what: only those who treat or oversee are asked for papers. */
function namedIn(act: Act): readonly (readonly [Role, string])[] {
  if (act.type === 'assign') return TREATING.includes(act.role) ? [[act.role, act.to]] : []
  if (act.type !== 'plan') return []
  const { performer, supervisor } = act.plan
  return [['performer', performer], ...(supervisor ? [['supervisor', supervisor] as const] : [])]
}

function whyNot({ roles, register, insurance, training }: StaffMember, role: Role, on: Day) {
  if (!roles.some((one) => one === role)) return `is no ${role} here`
  if (!register) return 'is on no register'
  if (register.until !== undefined && register.until < on) return 'is not registered on that day'
  if (!insurance || insurance.until < on) return 'is not insured on that day'
  if (!training || training.length === 0) return 'has no training on record'
  const lapsed = training.find(({ until }) => until !== undefined && until < on)
  return lapsed ? `needs training again: ${lapsed.name}` : undefined
}
