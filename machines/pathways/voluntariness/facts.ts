import { z } from 'zod'
import type { Pathway } from '../../contract.ts'
import { voluntarinessMachine } from './machine.ts'

/** What was said goes to the restricted stream; here it is only known that something was. */
const unseen = z.undefined()

export const voluntariness: Pathway = {
  id: 'voluntariness@1',
  role: 'patient',
  reads: [],
  writes: ['voluntariness-asked'],
  machine: voluntarinessMachine,
  answers: { 'own-wish': unseen, pressed: unseen, 'only-the-clinic': unseen },
  outcomes: {
    asked: {
      then: 'goes-on',
      clauses: ['JCCP-19.1', 'JCCP-AX-VOL-1', 'JCCP-AX-VOL-3', 'JCCP-KR-6', 'SAFE-40'],
      ensures: (facts) => facts['voluntariness-asked'] === true,
    },
    /** Whoever would do the treatment asks in person, as they do everybody. */
    'not-asked-here': {
      then: 'goes-on',
      clauses: ['JCCP-AX-VOL-3'],
      ensures: (facts) => facts['voluntariness-asked'] === undefined,
    },
  },
}
