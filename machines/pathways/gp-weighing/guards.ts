import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** The GP may be written to. Anything but a clear yes reads as no. */
export const permissionGranted = cited(
  ['JCCP-28.1', 'JCCP-PX-7'],
  ({ context }: Asked) => context['gp-permission'] === 'granted',
)

/** The need for the GP was considered, and there is none. */
export const gpNotNeeded = cited(
  ['JCCP-28'],
  ({ context }: Asked) => context['gp-need'] === 'not-needed',
)

/** Another treatment could be affected: only a positive reply from the GP opens the way. */
export const interactionPossible = cited(
  ['JCCP-PX-7'],
  ({ context }: Asked) => context['interaction-possible'] === 'possible',
)
