import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** Something was explained again, and it was about what the patient is asked about now. */
export const explainedAgain = cited(
  ['JCCP-AX-RISK-8.1'],
  ({ context }: Asked) =>
    context.explanation !== undefined && context['explanation-of'] === context['treatment-name'],
)
