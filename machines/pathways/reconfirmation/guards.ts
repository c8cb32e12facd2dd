import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'
import { dayOf } from '../../time.ts'

/** An answer of the day before is not today's, and the day is London's. */
export const onTheDay = cited(
  ['JCCP-AX-REV-1'],
  ({ context, event }: Asked) => dayOf(event.at) === context.plan?.date,
)

/** Whoever will do the treatment asks the patient; an answer given to somebody else is not one. */
export const askedByAnother = cited(
  ['JCCP-16.1', 'JCCP-AX-REV-1'],
  ({ context, event }: Asked) =>
    event.by.role !== 'performer' || event.by.id !== context.plan?.performer,
)

/** Unknown reads as no: then the performer was not there and asks all three. */
export const performerTookConsent = cited(['JCCP-16.1'], ({ context }: Asked) => {
  const taker = context['consent-taken-by']
  return taker !== undefined && taker === context.plan?.performer
})
