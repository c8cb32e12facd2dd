import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** All three were said back. What was said is for a person to judge, and is not read here. */
export const saidBack = cited(
  ['JCCP-AX-RISK-8.1', 'JCCP-AX-EXPR-1'],
  ({ context }: Asked) =>
    context['said-back'] === true && context['explaining-wanted'] === undefined,
)
