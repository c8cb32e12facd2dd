import { z } from 'zod'
import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { ABILITIES } from './guards.ts'
import { capacityMachine, SUPPORT } from './machine.ts'

const support = z.array(z.enum(SUPPORT)).min(1).max(SUPPORT.length)
const words = FACTS['capacity-doubt']

const everyAbility = (facts: FactValues, is: (found?: string) => boolean) =>
  ABILITIES.every(
    (one) =>
      is(facts['capacity-findings']?.[one]) &&
      facts['capacity-findings']?.[`${one}-findings`] !== undefined,
  )

export const capacity: Pathway = {
  id: 'capacity@1',
  role: 'practitioner',
  // Capacity is for one decision at one time: another treatment or another plan asks again.
  reads: ['treatment-name', 'plan'],
  writes: ['capacity', 'capacity-doubt', 'capacity-support', 'capacity-findings'],
  machine: capacityMachine,
  answers: {
    'what-was-seen': words,
    support,
    'understand-findings': words,
    'retain-findings': words,
    'use-or-weigh-findings': words,
    'communicate-findings': words,
    'decline-reason': FACTS['decline-reason'],
  },
  outcomes: {
    presumed: {
      then: 'goes-on',
      clauses: ['JCCP-AX-CAP-3', 'JCCP-AX-CAP-4', 'JCCP-AX-CAP-10'],
      ensures: (facts) =>
        facts.capacity === 'presumed' &&
        facts['capacity-doubt'] === undefined &&
        facts['capacity-findings'] === undefined,
    },
    'has-capacity': {
      then: 'goes-on',
      clauses: ['JCCP-AX-CAP-3', 'JCCP-AX-CAP-6', 'JCCP-AX-CAP-10'],
      ensures: (facts) =>
        facts.capacity === 'found' &&
        facts['capacity-support'] !== undefined &&
        everyAbility(facts, (found) => found === 'can'),
    },
    declined: {
      then: 'declined-by-practitioner',
      clauses: ['JCCP-AX-CAP-11', 'JCCP-AX-CAP-13', 'JCCP-AX-CAP-14', 'JCCP-AX-CAP-15'],
      ensures: (facts) =>
        facts.capacity === undefined &&
        facts['capacity-support'] !== undefined &&
        everyAbility(facts, (found) => found !== undefined) &&
        !everyAbility(facts, (found) => found === 'can'),
    },
  },
}
