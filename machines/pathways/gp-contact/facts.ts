import type { Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { gpContactMachine } from './machine.ts'

export const gpContact: Pathway = {
  id: 'gp-contact@1',
  role: 'patient',
  reads: [],
  writes: ['gp-permission', 'gp-practice', 'gp-refusal-reason', 'gp-refusal-explored'],
  machine: gpContactMachine,
  answers: {
    practice: FACTS['gp-practice'],
    reason: FACTS['gp-refusal-reason'],
    'reason-once-explained': FACTS['gp-refusal-reason'],
  },
  outcomes: {
    granted: {
      then: 'goes-on',
      clauses: ['JCCP-28.1'],
      ensures: (facts) => facts['gp-permission'] === 'granted',
    },
    refused: {
      then: 'goes-on',
      clauses: ['JCCP-28.1', 'JCCP-28.2'],
      ensures: (facts) =>
        facts['gp-permission'] === 'refused' && facts['gp-refusal-explored'] === true,
    },
    'no-gp': {
      then: 'goes-on',
      clauses: ['JCCP-28.1', 'JCCP-28.3'],
      ensures: (facts) => facts['gp-permission'] === 'no-gp',
    },
  },
}
