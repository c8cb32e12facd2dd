import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'
import { hoursBetween } from '../../time.ts'

const SIGNATURE_HOLDS_HOURS = 1

/** Consent is never handed on: only who will treat, or the supervisor on record, may take it. */
export const consentSoughtByTreatingPractitioner = cited(
  ['JCCP-KR-2', 'JCCP-16'],
  ({ context, event }: Asked) => {
    if (event.by.role !== 'performer' && event.by.role !== 'supervisor') return false
    return event.by.id === context.plan?.[event.by.role]
  },
)

function signatureHolds({ context, event }: Asked): boolean {
  if (context.signature === undefined) return false
  const hours = hoursBetween(context.signature.at, event.at)
  return hours >= 0 && hours <= SIGNATURE_HOLDS_HOURS
}

/** The patient signed in this room, within the hour. */
export const signatureSeen = cited(['JCCP-AX-EXPR-4', 'JCCP-AX-REV-2'], signatureHolds)

export const signatureLapsed = cited(
  ['JCCP-AX-EXPR-4', 'JCCP-AX-REV-2'],
  (asked: Asked) => !signatureHolds(asked),
)
