import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS, HEALTH } from '../../facts.ts'
import { suitabilityMachine } from './machine.ts'

const words = FACTS['best-interest-reason']

const ASSESSED = [
  'expectations-reviewed',
  'examination',
  'examination-words',
  'best-interest-reason',
  'alternatives-discussed',
  'second-opinion',
] as const

const assessed = (facts: FactValues) => ASSESSED.every((name) => facts[name] !== undefined)

const opinionHeardInFull = (facts: FactValues) =>
  facts['second-opinion'] !== 'heard' || facts['second-opinion-words'] !== undefined

export const suitability: Pathway = {
  id: 'suitability@1',
  role: 'practitioner',
  // What the patient said is read to be shown and so that a change asks again; nothing judges it.
  reads: ['treatment-name', 'reason-in-own-words', 'hoped-for-outcome', ...HEALTH],
  writes: [...ASSESSED, 'second-opinion-words', 'assessment-complete'],
  machine: suitabilityMachine,
  answers: {
    expectations: FACTS['expectations-reviewed'],
    'examination-words': FACTS['examination-words'],
    'benefit-talked-through': words,
    'best-interest-reason': FACTS['best-interest-reason'],
    alternatives: FACTS['alternatives-discussed'],
    'second-opinion-words': FACTS['second-opinion-words'],
    explained: words,
    'decline-reason': FACTS['decline-reason'],
  },
  outcomes: {
    suitable: {
      then: 'goes-on',
      clauses: ['JCCP-KA-5', 'JCCP-14.1', 'JCCP-18', 'JCCP-AX-GOOD-1', 'JCCP-AX-GOOD-8'],
      ensures: (facts) =>
        facts['assessment-complete'] === true && assessed(facts) && opinionHeardInFull(facts),
    },
    declined: {
      then: 'declined-by-practitioner',
      clauses: ['JCCP-18', 'JCCP-18.1', 'JCCP-KR-5'],
      ensures: (facts) => facts['assessment-complete'] === undefined,
    },
  },
}
