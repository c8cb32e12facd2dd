import type { Pathway } from '../../contract.ts'
import { aftercareMachine } from './machine.ts'

export const aftercare: Pathway = {
  id: 'aftercare@1',
  role: 'patient',
  // Neither is asked about: another treatment, or another session of it, is told about anew.
  reads: ['treatment-name', 'plan'],
  writes: ['self-care-told', 'return-visit-known', 'gp-informed-after'],
  machine: aftercareMachine,
  answers: {},
  outcomes: {
    told: {
      then: 'goes-on',
      clauses: ['JCCP-36', 'JCCP-37', 'JCCP-38', 'JCCP-39.1', 'JCCP-39.2'],
      ensures: (facts) =>
        facts['self-care-told'] === true &&
        facts['return-visit-known'] !== undefined &&
        facts['gp-informed-after'] !== undefined,
    },
  },
}
