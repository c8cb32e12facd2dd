import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { ageCheckMachine } from './machine.ts'

/** Every step of the young person's route: it passes with all of them or not at all. */
const STEPS = [
  'exceptional-reason',
  'competence',
  'physical-benefit',
  'physical-detriment',
  'psychological-detriment',
  'emotional-detriment',
  'best-interest',
  'reflection',
  'own-yes',
] as const

const documentSeen = (facts: FactValues) =>
  facts['age-verified'] === true && facts['age-document'] !== undefined

const notPassed = (facts: FactValues) => facts['young-person-route'] === undefined

const everyStepFound = (facts: FactValues) =>
  facts['young-person-parents'] !== undefined &&
  STEPS.every((step) => facts['young-person-findings']?.[step] !== undefined)

export const ageCheck: Pathway = {
  id: 'age-check@1',
  role: 'practitioner',
  // The band is read only so that a birthday asks for this check again.
  reads: ['date-of-birth', 'age-band', 'place-of-treatment', 'treatment-class'],
  writes: [
    'age-verified',
    'age-document',
    'young-person-route',
    'young-person-parents',
    'young-person-findings',
    'young-person-treatment-class',
  ],
  machine: ageCheckMachine,
  answers: {
    'exceptional-reason': FACTS['decline-reason'],
    'competence-findings': FACTS['decline-reason'],
    'physical-benefit': FACTS['decline-reason'],
    'best-interest': FACTS['decline-reason'],
    'decline-reason': FACTS['decline-reason'],
  },
  outcomes: {
    'adult-checked': {
      then: 'goes-on',
      clauses: ['SAFE-26', 'JCCP-KR-9'],
      ensures: (facts) => documentSeen(facts) && notPassed(facts),
    },
    'date-differs': {
      then: 'waits',
      clauses: ['SAFE-26'],
      ensures: (facts) => facts['age-verified'] === undefined,
    },
    'under-16': {
      then: 'refused-for-age',
      clauses: ['JCCP-33', 'JCCP-KR-9'],
      ensures: (facts) => documentSeen(facts) && notPassed(facts),
    },
    'under-18-restricted': {
      then: 'refused-for-age',
      clauses: ['SAFE-20', 'SAFE-21'],
      ensures: (facts) => documentSeen(facts) && notPassed(facts),
    },
    'young-person-passed': {
      then: 'goes-on',
      clauses: ['JCCP-34', 'JCCP-34.1', 'JCCP-AX-YP-1', 'JCCP-AX-YP-2', 'JCCP-AX-YP-4'],
      ensures: (facts) =>
        documentSeen(facts) && facts['young-person-route'] === 'passed' && everyStepFound(facts),
    },
    'young-person-said-no': { then: 'withdrawn', clauses: ['JCCP-AX-YP-5'], ensures: notPassed },
    declined: {
      then: 'declined-by-practitioner',
      clauses: ['JCCP-34', 'JCCP-AX-YP-1', 'JCCP-AX-YP-2', 'JCCP-KR-5'],
      ensures: notPassed,
    },
  },
}
