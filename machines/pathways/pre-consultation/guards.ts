import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** Looks at which questions somebody answered before, never at what they said. */
export const toldBefore = cited(
  ['JCCP-IN-6'],
  ({ context }: Asked, { group }: { readonly group?: string }) => {
    const asked = context['earlier-health-asked'] ?? []
    return group === undefined ? asked.length > 0 : asked.includes(group)
  },
)

/** A private channel, and somebody who came in by their own date of birth. */
export const nobodyElseSees = cited(
  ['JCCP-AX-CONF-4'],
  ({ event }: Asked) => event.private && event.by.assurance.endsWith('birth-date'),
)
