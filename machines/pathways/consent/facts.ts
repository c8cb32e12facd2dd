import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { consentMachine } from './machine.ts'

const notTaken = (facts: FactValues) =>
  facts['consent-taken-by'] === undefined && facts['consent-taken-at'] === undefined

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
