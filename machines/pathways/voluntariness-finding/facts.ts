import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { voluntarinessFindingMachine } from './machine.ts'

const notAffirmed = (facts: FactValues) => facts['voluntary-affirmed'] === undefined

export const voluntarinessFinding: Pathway = {
  id: 'voluntariness-finding@1',
  role: 'practitioner',
  // What was affirmed is the wish for this treatment: another one is asked about again.
  reads: ['treatment-class', 'treatment-name'],
  writes: ['voluntary-affirmed'],
  machine: voluntarinessFindingMachine,
  answers: { 'decline-reason': FACTS['decline-reason'] },
  outcomes: {
    affirmed: {
      then: 'goes-on',
      clauses: ['JCCP-19.1', 'JCCP-AX-VOL-3'],
      ensures: (facts) => facts['voluntary-affirmed'] === true,
    },
    postponed: { then: 'waits', clauses: ['JCCP-AX-VOL-3'], ensures: notAffirmed },
    'not-yet': { then: 'waits', clauses: ['JCCP-19.1'], ensures: notAffirmed },
    declined: {
      then: 'declined-by-practitioner',
      clauses: ['JCCP-KR-6', 'JCCP-19.1'],
      ensures: notAffirmed,
    },
  },
}
