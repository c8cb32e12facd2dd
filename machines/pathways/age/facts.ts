import type { Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { ageMachine } from './machine.ts'

export const age: Pathway = {
  id: 'age@1',
  role: 'patient',
  reads: ['birth-date-at-door'],
  writes: ['date-of-birth', 'what-brought-a-young-person'],
  machine: ageMachine,
  answers: {
    'date-of-birth': FACTS['date-of-birth'],
    'another-date': FACTS['date-of-birth'],
    'what-brought-you': FACTS['what-brought-a-young-person'],
  },
  outcomes: {
    adult: {
      then: 'goes-on',
      clauses: ['JCCP-KR-9'],
      ensures: (facts) => facts['date-of-birth'] !== undefined,
    },
    'young-person': {
      then: 'goes-on',
      clauses: ['JCCP-AX-YP-1'],
      ensures: (facts) => facts['date-of-birth'] !== undefined,
    },
    'under-16': {
      then: 'refused-for-age',
      clauses: ['JCCP-33', 'JCCP-KR-9'],
      ensures: (facts) => facts['date-of-birth'] !== undefined,
    },
  },
}
