import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { understandingCheckMachine } from './machine.ts'

const notUnderstood = (facts: FactValues) => facts.understood === undefined

export const understandingCheck: Pathway = {
  id: 'understanding-check@1',
  role: 'practitioner',
  reads: [
    'teach-back-treatment',
    'teach-back-risks',
    'teach-back-choices',
    'said-back',
    'explaining-wanted',
    'patient-worries',
    'treatment-name',
  ],
  writes: ['worries-answer', 'understood', 'explanation', 'explanation-of', 'explained-at'],
  // What was explained is what the patient's next words answer to.
  keeps: ['explanation', 'explanation-of', 'explained-at'],
  machine: understandingCheckMachine,
  answers: {
    worries: FACTS['worries-answer'],
    explanation: FACTS.explanation,
    'decline-reason': FACTS['decline-reason'],
  },
  outcomes: {
    understood: {
      then: 'goes-on',
      clauses: ['JCCP-24', 'JCCP-AX-RISK-8.1', 'JCCP-AX-EXPR-1'],
      ensures: (facts) =>
        facts.understood === true &&
        facts['worries-answer'] !== undefined &&
        facts.explanation === undefined,
    },
    'explained-again': {
      then: 'waits',
      clauses: ['JCCP-AX-RISK-8.1'],
      ensures: (facts) =>
        notUnderstood(facts) &&
        facts.explanation !== undefined &&
        facts['explained-at'] !== undefined,
    },
    declined: {
      then: 'declined-by-practitioner',
      clauses: ['JCCP-AX-EXPR-1', 'JCCP-KR-5'],
      ensures: notUnderstood,
    },
  },
}
