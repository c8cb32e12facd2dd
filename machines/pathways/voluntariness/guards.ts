import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** The patient says that nobody is there, and the channel that nobody else reads it. */
export const aloneInPrivate = cited(
  ['JCCP-AX-VOL-3'],
  ({ event }: Asked) => event.type === 'on-my-own' && event.private,
)
