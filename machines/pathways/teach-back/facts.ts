import type { Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { teachBackMachine } from './machine.ts'

export const teachBack: Pathway = {
  id: 'teach-back@1',
  role: 'patient',
  // When it was explained is read so that the same words, said again, ask again.
  reads: ['explanation', 'explanation-of', 'explained-at', 'treatment-name'],
  writes: [
    'teach-back-treatment',
    'teach-back-risks',
    'teach-back-choices',
    'said-back',
    'explaining-wanted',
  ],
  machine: teachBackMachine,
  answers: {
    'what-will-be-done': FACTS['teach-back-treatment'],
    'what-could-go-wrong': FACTS['teach-back-risks'],
    'what-else': FACTS['teach-back-choices'],
  },
  outcomes: {
    'said-back': {
      then: 'goes-on',
      clauses: ['JCCP-AX-RISK-8.1', 'JCCP-AX-EXPR-1'],
      ensures: (facts) =>
        facts['said-back'] === true &&
        facts['teach-back-treatment'] !== undefined &&
        facts['teach-back-risks'] !== undefined &&
        facts['teach-back-choices'] !== undefined &&
        facts['explaining-wanted'] === undefined,
    },
    'wants-explaining': {
      then: 'waits',
      clauses: ['JCCP-AX-RISK-8.1'],
      ensures: (facts) => facts['explaining-wanted'] === true && facts['said-back'] === undefined,
    },
  },
}
