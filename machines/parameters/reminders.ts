import { cited } from '../cited.ts'
import type { FactValues } from '../contract.ts'
import { type Instant, reflectionEnds } from '../time.ts'

/** How often anybody is reminded in one consultation, ever; silence after that is an answer. */
export const MOST = 2
const APART = 7 * 24

/** What there is to remind somebody of, and what was said to them already. */
export interface Reminding {
  readonly facts: FactValues
  /** Where the patient stands in their time to think. */
  readonly thinking: string | undefined
  readonly active: boolean
}

/**
 * Somebody whose time to think may be over, who has not said that they want more of it, and who
 * gave a way to be reached. Whoever stopped, left or may be met at the clinic alone is left in peace.
 */
export const mayBeReminded = cited(
  ['JCCP-AX-INFO-5', 'JCCP-53'],
  ({ facts, thinking, active }: Reminding) => {
    const way = facts['safe-contact']
    const waits = thinking === 'thinking' || thinking === 'too-soon'
    return active && waits && way !== undefined && way !== 'at-the-clinic-only'
  },
  'clinic-policy',
)

/** When the next one may come; never before the time to think is over, nor soon after another. */
export function nextReminder(facts: FactValues, earlier: readonly Instant[]): Instant | undefined {
  const ends = facts['reflection-ends-at']
  const last = earlier.at(-1)
  if (ends === undefined || earlier.length >= MOST) return undefined
  if (last === undefined) return ends
  const apart = reflectionEnds(last, APART)
  return apart > ends ? apart : ends
}
