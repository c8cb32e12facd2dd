import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/**
 * The clinic's time to think has passed since the written pack; exactly that long is enough.
 * An end that is not known, or not after the pack, is not an end.
 */
export const reflectionElapsed = cited(
  ['JCCP-25', 'JCCP-26', 'JCCP-KR-3', 'JCCP-AX-YP-3'],
  ({ context, event }: Asked) => {
    const delivered = context['pack-delivered-at']
    const ends = context['reflection-ends-at']
    if (delivered === undefined || ends === undefined || ends <= delivered) return false
    return event.at >= ends
  },
  'clinic-policy',
)
