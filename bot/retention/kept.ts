import type { Clinic } from '../../content/clinic.ts'
import type { Consultation } from '../../machines/contract.ts'
import { type Kept, type KeptAs, keptUntil } from '../../machines/parameters/retention.ts'
import { dayOf } from '../../machines/time.ts'

export interface KeptHere extends Kept {
  readonly as: KeptAs
}

/**
 * For how long a consultation is kept as it stands: each entry of the open stream begins the time
 * anew. The restricted one does not count, or the day would tell that there is something in it.
 */
export function keptHere(now: Consultation, { policies }: Clinic): KeptHere {
  const as = keptAs(now)
  const birth = now.facts['date-of-birth']?.value
  const { keepYears } = policies
  return {
    as,
    ...keptUntil({
      ...{ as, last: dayOf(now.last) },
      ...(birth ? { birth } : {}),
      ...(keepYears ? { atLeastYears: keepYears } : {}),
    }),
  }
}

function keptAs(now: Consultation): KeptAs {
  if (now.facts.author) return 'staff-check'
  if (now.facts['consent-taken-at']) return 'consented'
  if (now.refusedFor === 'age') return 'refused-under-age'
  if (now.refusedFor === 'practitioner') return 'declined'
  if (now.stage === 'enquiry') return 'enquiry-only'
  return now.state === 'withdrawn' ? 'withdrawn' : 'not-gone-ahead'
}
