import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** What somebody needs to be able to do to decide: each is found by itself. */
export const ABILITIES = ['understand', 'retain', 'use-or-weigh', 'communicate'] as const

const FINDERS: readonly string[] = ['practitioner', 'performer', 'supervisor', 'prescriber']

/** A slow reply, a wrong answer or anything else that a patient types is never a finding. */
export const findingByAPractitioner = cited(
  ['JCCP-AX-CAP-3', 'JCCP-AX-CAP-4'],
  ({ event }: Asked) => FINDERS.includes(event.by.role),
)

const found = ({ context }: Asked) => ABILITIES.map((one) => context['capacity-findings']?.[one])

/** While anything is uncertain nothing is concluded, not even where an ability is missing. */
export const doubtRemains = cited(['JCCP-AX-CAP-5', 'JCCP-AX-CAP-12'], (asked: Asked) =>
  found(asked).includes('not-sure'),
)

export const everyAbilityFound = cited(['JCCP-AX-CAP-3', 'JCCP-AX-CAP-10'], (asked: Asked) =>
  found(asked).every((one) => one === 'can'),
)
