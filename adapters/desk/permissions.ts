import type { Role } from '../../machines/contract.ts'

const CLINICIANS = ['practitioner', 'performer', 'supervisor', 'prescriber'] as const
const READERS = [...CLINICIANS, 'safeguarding', 'auditor'] as const
const STAFF = [...CLINICIANS, 'reception', 'safeguarding', 'administrator'] as const
const ALL = [...STAFF, 'auditor'] as const
const AUDITORS = ['auditor', 'safeguarding', 'administrator', 'supervisor'] as const
const LEARNERS = [...CLINICIANS, 'safeguarding', 'administrator'] as const
const RESTRICTED = ['safeguarding', 'auditor'] as const

/** Needs no session: what leads to one, and what holds nothing of anybody. */
const ANYBODY = 'anybody'

/**
 * Who may ask for what. A route that is not here cannot be made, and what a route answers is
 * cut once more by Candour itself, to the role and to the one consultation.
 */
export const PERMISSIONS: Readonly<Record<string, readonly Role[] | typeof ANYBODY>> = {
  'GET /desk/desk.css': ANYBODY,
  'GET /desk/queue.js': ANYBODY,
  'GET /desk/lock.js': ANYBODY,
  'GET /desk/drawings.js': ANYBODY,
  'GET /desk/sign-in': ANYBODY,
  'POST /desk/sign-in': ANYBODY,
  'GET /desk/sign-in/go': ANYBODY,
  'GET /desk/signed-in': ANYBODY,
  'GET /desk/locked': ANYBODY,

  'GET /desk/here': ALL,
  'GET /desk/role': ALL,
  'POST /desk/role': ALL,
  'GET /desk/kept': ALL,
  'POST /desk/sign-out': ALL,

  'GET /desk': ALL,
  'GET /desk/count': ALL,
  'POST /desk/persons': ALL,
  'POST /desk/clock': ALL,
  'GET /desk/invite': STAFF,
  'POST /desk/invite': STAFF,
  'POST /desk/check-a-post': CLINICIANS,
  'GET /desk/rehearse': LEARNERS,
  'GET /desk/rehearse/:pathway': LEARNERS,
  'POST /desk/rehearse/:pathway': LEARNERS,
  'GET /desk/audit': AUDITORS,
  'GET /desk/audit/:table': AUDITORS,
  // That safeguarding read something is a sign of its own.
  'GET /desk/access': RESTRICTED,
  'GET /desk/access/csv': RESTRICTED,

  'GET /desk/emergency': CLINICIANS,
  'POST /desk/emergency': CLINICIANS,

  'GET /desk/c/:id': ALL,
  'GET /desk/c/:id/timeline': ALL,
  'GET /desk/c/:id/record': READERS,
  'GET /desk/c/:id/drawing/:open/:page': READERS,
  'GET /desk/c/:id/written-information': ALL,
  'POST /desk/c/:id/act': STAFF,
  'POST /desk/c/:id/find': STAFF,
  // Whoever the clinic named as the second person for an erasure may be of any role.
  'POST /desk/c/:id/keeping': ALL,
  'POST /desk/c/:id/looked-into': ['safeguarding', 'administrator'],
  'POST /desk/c/:id/pack': READERS,
  'POST /desk/c/:id/summary': READERS,
  'POST /desk/c/:id/ask-restricted-pack': RESTRICTED,
  'POST /desk/c/:id/restricted-pack': RESTRICTED,

  'GET /desk/*': ALL,
}

export function mayAsk(route: string, role: Role): boolean {
  const whose = PERMISSIONS[route]
  return whose === ANYBODY || (whose?.includes(role) ?? false)
}

/** For whoever makes a route: nobody has decided yet who may ask for this one. */
export function decided(route: string): void {
  if (!(route in PERMISSIONS)) throw new Error(`nobody may ask for ${route}: see permissions.ts`)
}
