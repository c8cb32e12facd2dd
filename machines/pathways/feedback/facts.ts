import type { Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { feedbackMachine } from './machine.ts'

export const feedback: Pathway = {
  id: 'feedback@1',
  role: 'patient',
  reads: [],
  writes: [
    'survey-satisfied',
    'survey-listened',
    'survey-as-explained',
    'survey-in-yourself',
    'survey-words',
    'survey-answered',
  ],
  machine: feedbackMachine,
  answers: { 'in-own-words': FACTS['survey-words'] },
  outcomes: {
    answered: {
      then: 'goes-on',
      clauses: ['JCCP-KR-14', 'JCCP-5'],
      ensures: (facts) => facts['survey-answered'] === true,
    },
    'not-wanted': {
      then: 'goes-on',
      clauses: ['JCCP-KR-14'],
      ensures: (facts) => Object.keys(facts).length === 0,
    },
  },
}
