import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { reconfirmationMachine } from './machine.ts'

const notReconfirmed = (facts: FactValues) => facts['reconfirmed-on'] === undefined

export const reconfirmation: Pathway = {
  id: 'reconfirmation@1',
  role: 'performer',
  // A consent taken again, another day or another treatment: each asks all of it again.
  reads: ['plan', 'consent-taken-by', 'consent-taken-at', 'treatment-name'],
  writes: ['reconfirmed-on', 'change-on-the-day'],
  machine: reconfirmationMachine,
  answers: { 'what-changed': FACTS['change-on-the-day'] },
  outcomes: {
    reconfirmed: {
      then: 'goes-on',
      clauses: ['JCCP-AX-REV-1', 'JCCP-AX-REV-1.1', 'JCCP-16.1'],
      ensures: (facts) => facts['reconfirmed-on'] !== undefined,
    },
    'something-changed': {
      then: 'waits',
      again: 'another-day',
      clauses: ['JCCP-AX-REV-1.1', 'JCCP-AX-REV-2'],
      ensures: (facts) => notReconfirmed(facts) && facts['change-on-the-day'] !== undefined,
    },
    'not-today-thank-you': {
      then: 'waits',
      again: 'another-day',
      clauses: ['JCCP-AX-REV-1', 'JCCP-27'],
      ensures: notReconfirmed,
    },
    'not-confirmed': {
      then: 'waits',
      again: 'another-day',
      clauses: ['JCCP-16.1', 'JCCP-AX-REV-1'],
      ensures: notReconfirmed,
    },
  },
}
