import type { Actor, Consultation } from '../../machines/contract.ts'
import type { Offer } from '../views/desk.ts'
import { CLINICIANS } from './who.ts'

type Act = Offer['act']

/** The desk acts that a viewer may take now. What is not offered is refused as well. */
export function offersOf(now: Consultation, { role, id }: Actor): readonly Act[] {
  if (role === 'auditor' || role === 'patient' || role === 'system') return []
  const clinician = CLINICIANS.includes(role)
  const acts: Act[] = []
  if (now.questions.some(({ settled }) => !settled) && clinician) acts.push('reply')
  if (now.wanted.some(({ attended }) => !attended)) acts.push('attend')
  if (now.state !== 'ended') acts.push('make-link')
  if (now.refusedFor === 'age' || now.state === 'active' || now.state === 'paused')
    acts.push('correct')
  if (now.state !== 'active' && now.state !== 'paused') return acts
  acts.push('assign', 'withdraw', 'link', 'end', now.state === 'paused' ? 'resume' : 'pause')
  if (clinician) acts.push('propose', 'plan', 'decline')
  if (now.mode === 'demo') acts.push('stand-in')
  const { performer, supervisor } = now.facts.plan?.value ?? {}
  if (now.stage === 'consent' && (performer === id || supervisor === id)) acts.push('open-signing')
  return acts
}
