import type { FactName, FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { consentMachine } from './machine.ts'

const notTaken = (facts: FactValues) =>
  facts['consent-taken-by'] === undefined && facts['consent-taken-at'] === undefined

/** What was found, and what the patient was told and said before consent was sought. */
const FOUND: readonly FactName[] = [
  ...(['capacity', 'voluntary-affirmed', 'assessment-complete', 'wellbeing-considered'] as const),
  'best-interest-reason',
  ...(['understood', 'fees-shown', 'pack-delivered-at'] as const),
  ...(['patient-says-enough-time', 'patient-says-enough-information'] as const),
]

/** Read so that a change seeks consent again; no guard looks at a word of it. */
const TOLD: readonly FactName[] = [
  ...(['health-conditions', 'health-medicines', 'health-allergies', 'health-pregnancy'] as const),
  ...(['health-earlier-treatments', 'health-skin', 'health-worries'] as const),
  ...(['health-daily-life', 'reason-confirmed', 'hope-confirmed'] as const),
  ...(['reason-in-own-words', 'hoped-for-outcome', 'help-needed', 'help-details'] as const),
  ...(['gp-refusal-reason', 'full-name'] as const),
]

export const consent: Pathway = {
  id: 'consent@1',
  role: 'performer',
  // More is read than is asked about: when any of it changes, consent is sought again.
  reads: [
    'plan',
    'treatment-name',
    'signature',
    'age-band',
    'gp-permission',
    'gp-reply',
    'interaction-possible',
    'gp-refusal-weighed',
    'history-adequate',
    'young-person-route',
    'date-of-birth',
    ...FOUND,
    ...TOLD,
  ],
  writes: ['seen-alone', 'identity-checked', 'consent-taken-by', 'consent-taken-at'],
  machine: consentMachine,
  answers: { 'decline-reason': FACTS['decline-reason'] },
  outcomes: {
    consented: {
      then: 'goes-on',
      clauses: ['JCCP-KR-2', 'JCCP-16', 'JCCP-AX-VOL-3', 'JCCP-AX-EXPR-4'],
      ensures: (facts) =>
        facts['seen-alone'] === true &&
        facts['identity-checked'] === true &&
        facts['consent-taken-by'] !== undefined &&
        facts['consent-taken-at'] !== undefined,
    },
    postponed: { then: 'waits', clauses: ['JCCP-AX-VOL-3', 'JCCP-16'], ensures: notTaken },
    'signature-expired': { then: 'waits', clauses: ['JCCP-AX-EXPR-4'], ensures: notTaken },
    declined: {
      then: 'declined-by-practitioner',
      clauses: ['JCCP-KR-5', 'JCCP-16'],
      ensures: notTaken,
    },
  },
}
