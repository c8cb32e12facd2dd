import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** At 16 and 17 only a named person talks about treatment: what is hoped for isn't asked here. */
export const tellsANamedPerson = cited(
  ['JCCP-AX-YP-1', 'JCCP-35', 'SAFE-22'],
  ({ context }: Asked) => context['age-band'] === '16-17',
)
