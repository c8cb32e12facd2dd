import { z } from 'zod'
import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { consentSignatureMachine } from './machine.ts'

/** A name that was typed, and the box beside it that was ticked. */
const signature = z.strictObject({
  name: FACTS.signature.shape.name.trim().min(1),
  agreed: z.literal(true),
})

const notSigned = (facts: FactValues) => facts.signature === undefined

export const consentSignature: Pathway = {
  id: 'consent-signature@1',
  role: 'patient',
  // A signature rests on what was explained and understood: when that changes it is given again.
  reads: [
    ...(['treatment-name', 'treatment-class', 'plan', 'in-the-room-since'] as const),
    ...(['assessment-complete', 'pack-delivered-at', 'understood'] as const),
    ...(['patient-says-enough-time', 'patient-says-enough-information'] as const),
  ],
  writes: ['signature'],
  machine: consentSignatureMachine,
  answers: { signature },
  outcomes: {
    signed: {
      then: 'goes-on',
      clauses: ['JCCP-AX-EXPR-4', 'JCCP-27'],
      ensures: (facts) => facts.signature?.meaning === 'consent',
    },
    'has-a-question': { then: 'waits', clauses: ['JCCP-AX-REV-1.1'], ensures: notSigned },
    'not-today': { then: 'waits', clauses: ['JCCP-27', 'JCCP-KR-3'], ensures: notSigned },
  },
}
