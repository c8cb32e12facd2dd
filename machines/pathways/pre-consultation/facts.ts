import type { Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { GROUPS, preConsultationMachine } from './machine.ts'

const health = GROUPS.map((group) => `health-${group}` as const)

export const preConsultation: Pathway = {
  id: 'pre-consultation@1',
  role: 'patient',
  reads: ['reason-in-own-words', 'hoped-for-outcome', 'earlier-health', 'earlier-words'],
  writes: [...health, 'reason-confirmed', 'hope-confirmed', 'health-told'],
  machine: preConsultationMachine,
  answers: {
    ...Object.fromEntries(GROUPS.map((group) => [group, FACTS[`health-${group}`]])),
    'reason-words': FACTS['reason-confirmed'],
    'hope-words': FACTS['hope-confirmed'],
  },
  outcomes: {
    told: {
      then: 'goes-on',
      clauses: ['JCCP-17', 'JCCP-IN-6', 'JCCP-AX-GOOD-1', 'JCCP-AX-GOOD-9', 'JCCP-KA-7'],
      ensures: (facts) =>
        facts['health-told'] === true &&
        [...health, 'reason-confirmed' as const, 'hope-confirmed' as const].every(
          (name) => facts[name] !== undefined,
        ),
    },
  },
}
