import type { Pathway } from '../../contract.ts'
import { FACTS, type FactValues } from '../../facts.ts'
import { enquiryMachine } from './machine.ts'

export const enquiry: Pathway = {
  id: 'enquiry@1',
  role: 'patient',
  reads: ['age-band'],
  writes: [
    'full-name',
    'called-by',
    'safe-contact',
    'safe-contact-details',
    'reason-in-own-words',
    'hoped-for-outcome',
  ],
  machine: enquiryMachine,
  answers: {
    'full-name': FACTS['full-name'],
    'called-by': FACTS['called-by'],
    'safe-contact-details': FACTS['safe-contact-details'],
    reason: FACTS['reason-in-own-words'],
    'hoped-for': FACTS['hoped-for-outcome'],
  },
  outcomes: {
    told: {
      then: 'goes-on',
      clauses: ['JCCP-17', 'SAFE-36', 'COSRT-74'],
      ensures: (facts) => knowsHowToReach(facts) && facts['reason-in-own-words'] !== undefined,
    },
    'told-to-named-person': {
      then: 'goes-on',
      clauses: ['JCCP-AX-YP-1', 'JCCP-35', 'SAFE-36'],
      ensures: knowsHowToReach,
    },
  },
}

/** A name, a name to be called by, and a safe way with its details unless it is at the clinic. */
function knowsHowToReach(facts: FactValues): boolean {
  return (
    facts['full-name'] !== undefined &&
    facts['called-by'] !== undefined &&
    facts['safe-contact'] !== undefined &&
    (facts['safe-contact'] === 'at-the-clinic-only') ===
      (facts['safe-contact-details'] === undefined)
  )
}
