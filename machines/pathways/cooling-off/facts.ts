import type { Pathway } from '../../contract.ts'
import { coolingOffMachine } from './machine.ts'

export const coolingOff: Pathway = {
  id: 'cooling-off@1',
  role: 'patient',
  reads: ['pack-delivered-at', 'reflection-ends-at'],
  writes: ['patient-says-enough-time', 'patient-says-enough-information'],
  machine: coolingOffMachine,
  answers: {},
  outcomes: {
    ready: {
      then: 'goes-on',
      clauses: ['JCCP-KR-3', 'JCCP-25', 'JCCP-26', 'JCCP-AX-YP-3'],
      ensures: (facts) =>
        facts['patient-says-enough-time'] === true &&
        facts['patient-says-enough-information'] === true,
    },
    'decided-against': {
      then: 'withdrawn',
      clauses: ['JCCP-27', 'JCCP-AX-INFO-5'],
      ensures: (facts) =>
        facts['patient-says-enough-time'] === undefined &&
        facts['patient-says-enough-information'] === undefined,
    },
  },
}
