import type { Pathway } from '../../contract.ts'
import { feesMachine } from './machine.ts'

const SHOWN = [
  'fees-shown',
  'interests-shown',
  'complaints-shown',
  'complication-reporting-shown',
  'right-to-withdraw-shown',
] as const

export const fees: Pathway = {
  id: 'fees@1',
  role: 'patient',
  // Another treatment costs something else, so it is shown again.
  reads: ['treatment-class', 'treatment-name'],
  writes: SHOWN,
  machine: feesMachine,
  answers: {},
  outcomes: {
    shown: {
      then: 'goes-on',
      clauses: [
        ...(['JCCP-29', 'JCCP-30', 'JCCP-20', 'JCCP-KR-22', 'JCCP-56'] as const),
        ...(['JCCP-KR-26', 'JCCP-9', 'JCCP-27'] as const),
      ],
      ensures: (facts) => SHOWN.every((name) => facts[name] === true),
    },
  },
}
