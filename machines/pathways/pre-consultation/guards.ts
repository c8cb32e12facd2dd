import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** Looks at which questions somebody answered before, never at what they said. */
export const toldBefore = cited(
  ['JCCP-IN-6'],
  ({ context }: Asked, { group }: { readonly group: string }) =>
    context['earlier-health-asked']?.includes(group) === true,
)
