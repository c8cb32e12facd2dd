import type { Actor, Closed, Consultation, Instant } from '../../machines/contract.ts'
import { unwell } from '../after-treatment.ts'
import { ENDERS, mayBeAsked, waits } from '../acts/desk.ts'
import type { CaseView, Offer } from '../views/desk.ts'
import { waitingReminder } from '../reminders.ts'
import type { Words } from '../words.ts'
import { CLINICIANS } from './who.ts'

type Act = Offer['act']

/** The desk acts that a viewer may take now. */
export function offersOf(
  words: Words,
  now: Consultation,
  viewer: Actor,
  at: Instant,
): readonly Act[] {
  const { role, id } = viewer
  if (!acts(viewer)) return []
  if (now.facts.author) return goesOn(now) && ENDERS.includes(role) ? ['end'] : []
  const clinician = CLINICIANS.includes(role)
  const acted: Act[] = []
  if (now.questions.some(({ settled }) => !settled) && clinician) acted.push('reply')
  if (now.wanted.some(({ attended }) => !attended) || (clinician && unwell(now)))
    acted.push('attend')
  if (waitingReminder(now)) acted.push('remind')
  if (now.state !== 'ended') acted.push('make-link')
  if (now.refusedFor === 'age' || goesOn(now)) acted.push('correct')
  if (!goesOn(now)) return acted
  acted.push('assign', 'withdraw', 'link', now.state === 'paused' ? 'resume' : 'pause')
  if (ENDERS.includes(role) && endWaitsOf(now, viewer).length === 0) acted.push('end')
  if (clinician) acted.push('propose', 'plan', 'decline')
  if (clinician && againIn(words, now, at).length > 0) acted.push('again')
  if (now.mode === 'demo') acted.push('stand-in')
  const { performer, supervisor } = now.facts.plan?.value ?? {}
  if (now.stage === 'consent' && (performer === id || supervisor === id)) acted.push('open-signing')
  return acted
}

/** Nobody who still waits for a person or a reply is left behind by an end. */
export function endWaitsOf(now: Consultation, viewer: Actor): CaseView['endWaits'] {
  if (!ENDERS.includes(viewer.role) || !goesOn(now)) return []
  return [
    ...(now.wanted.some(({ attended }) => !attended) ? ['person-wanted' as const] : []),
    ...(now.questions.some(({ settled }) => !settled) ? ['question' as const] : []),
  ]
}

/** Ended waiting, in the stage that the consultation is in, and not refused for today. */
export function againIn({ house }: Words, now: Consultation, at: Instant): readonly Closed[] {
  if (now.state !== 'active') return []
  return now.closed.filter(
    (one) => one.stage === now.stage && waits(house, one) && mayBeAsked(house, one, at),
  )
}

const NO_ACTS: readonly Actor['role'][] = ['auditor', 'patient', 'system']

const acts = ({ role }: Actor): boolean => !NO_ACTS.includes(role)
const goesOn = ({ state }: Consultation): boolean => state === 'active' || state === 'paused'
