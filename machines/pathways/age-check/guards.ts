import { type Authority, cited } from '../../cited.ts'
import { minimumAgeFor } from '../../parameters/minimum-age.ts'
import type { Asked } from '../../pathway.ts'
import { ageOn, dayOf } from '../../time.ts'

function yearsOld({ context, event }: Asked): number {
  const birth = context['date-of-birth']
  return birth === undefined ? Number.NaN : ageOn(birth, dayOf(event.at))
}

/** Too young for this class of treatment, by a line that this authority draws. */
function barredBy(authority: Authority, asked: Asked): boolean {
  const { context, event } = asked
  const treatment = context['treatment-class'] ?? context['young-person-treatment-class']
  if (treatment === undefined) return false
  const place = context['place-of-treatment'] ?? 'england'
  const line = minimumAgeFor(place, treatment, dayOf(event.at))
  return line?.authority === authority && !(yearsOld(asked) >= line.years)
}

export const aged18OrOver = cited(['JCCP-KR-9', 'SAFE-26'], (asked: Asked) => yearsOld(asked) >= 18)

/** A medical reason is for a doctor, outside: here it ends whatever is said. */
export const under16 = cited(['JCCP-33', 'JCCP-KR-9'], (asked: Asked) => yearsOld(asked) < 16)

export const treatmentClassKnown = cited(
  ['SAFE-21'],
  ({ context }: Asked) => context['treatment-class'] !== undefined,
)

/** Comes before any question of consent: nobody's permission and no exception changes it. */
export const barredByStatute = cited(
  ['SAFE-20', 'SAFE-21'],
  (asked: Asked) => barredBy('statute', asked),
  'statute',
)

/** The same line where that nation's law has not drawn it: ours, and never called the law. */
export const barredByPolicy = cited(
  ['SAFE-21'],
  (asked: Asked) => barredBy('clinic-policy', asked),
  'clinic-policy',
)
