import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { informationMachine } from './machine.ts'

const packDelivered = (facts: FactValues) =>
  facts['pack-delivered-at'] !== undefined && facts['pack-way'] !== undefined

export const information: Pathway = {
  id: 'information@1',
  role: 'patient',
  reads: ['treatment-class', 'treatment-name'],
  writes: [
    'pack-delivered-at',
    'pack-way',
    'risks-shown',
    'risks-declined',
    'options-shown',
    'emotional-impact-discussed',
    'patient-worries',
  ],
  machine: informationMachine,
  answers: { worries: FACTS['patient-worries'] },
  outcomes: {
    informed: {
      then: 'goes-on',
      clauses: [
        ...(['JCCP-KR-3.1', 'JCCP-22', 'JCCP-24', 'JCCP-24.1'] as const),
        ...(['JCCP-AX-RISK-2', 'JCCP-AX-RISK-6'] as const),
      ],
      ensures: (facts) =>
        packDelivered(facts) &&
        facts['risks-shown'] === true &&
        facts['options-shown'] === true &&
        facts['emotional-impact-discussed'] === true &&
        facts['risks-declined'] === undefined,
    },
    'to-a-person': {
      then: 'waits',
      clauses: ['JCCP-AX-RISK-10'],
      ensures: (facts) =>
        facts['risks-declined'] === true &&
        facts['risks-shown'] === undefined &&
        facts['pack-delivered-at'] === undefined,
    },
  },
}
