import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { psychologicalMachine } from './machine.ts'

const concernRaised = (facts: FactValues) => facts['wellbeing-concern'] !== undefined

export const psychological: Pathway = {
  id: 'psychological@1',
  role: 'practitioner',
  // Shown to the practitioner, and read so that new words are talked about again.
  reads: ['health-worries', 'health-daily-life'],
  writes: ['wellbeing-considered', 'wellbeing-reason', 'wellbeing-concern', 'outside-assessment'],
  machine: psychologicalMachine,
  answers: {
    'no-concern-reason': FACTS['wellbeing-reason'],
    'concern-words': FACTS['wellbeing-concern'],
    assessor: FACTS['outside-assessor'],
    'assessment-words': FACTS['outside-assessment'].shape.words,
    'decline-reason': FACTS['decline-reason'],
  },
  outcomes: {
    'no-concern': {
      then: 'goes-on',
      clauses: ['JCCP-KR-4', 'JCCP-19', 'JCCP-19.2', 'SAFE-46', 'SAFE-48', 'SAFE-49'],
      ensures: (facts) =>
        facts['wellbeing-considered'] === true &&
        facts['wellbeing-reason'] !== undefined &&
        !concernRaised(facts),
    },
    assessed: {
      then: 'goes-on',
      clauses: ['JCCP-19.2', 'JCCP-KR-4', 'SAFE-49'],
      ensures: (facts) =>
        facts['wellbeing-considered'] === true &&
        concernRaised(facts) &&
        facts['outside-assessment'] !== undefined,
    },
    declined: {
      then: 'declined-by-practitioner',
      clauses: ['JCCP-19.2', 'JCCP-KR-5'],
      ensures: (facts) =>
        facts['wellbeing-considered'] === undefined && facts['outside-assessment'] === undefined,
    },
  },
}
