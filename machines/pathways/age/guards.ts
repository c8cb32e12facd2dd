import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'
import { ageOn, type Day, dayOf } from '../../time.ts'

const OLDEST = 120

function yearsOld({ context, event }: Asked): number {
  const birth = context['date-of-birth']
  return birth === undefined ? Number.NaN : ageOn(birth, dayOf(event.at))
}

/** A date that nobody alive was born on: still to come, or too long ago. */
export const impossibleBirthDate = cited(['JCCP-KR-9'], ({ context, event }: Asked) => {
  const birth = (event.value as Day | undefined) ?? context['date-of-birth']
  const years = birth === undefined ? Number.NaN : ageOn(birth, dayOf(event.at))
  return !(years >= 0 && years <= OLDEST)
})

/** Under 16 ends the cosmetic pathway, whoever asks and whatever the reason. */
export const under16 = cited(['JCCP-33', 'JCCP-KR-9'], (asked: Asked) => yearsOld(asked) < 16)

/** At 16 and 17 a named person takes over; no treatment is named or chosen in chat. */
export const aged16Or17 = cited(['JCCP-AX-YP-1', 'JCCP-AX-YP-4', 'SAFE-21'], (asked: Asked) => {
  const years = yearsOld(asked)
  return years === 16 || years === 17
})

/** The date was given at the door, to open this sitting: it isn't asked twice. */
export const gaveBirthDateAtDoor = cited(
  ['SAFE-26'],
  ({ context }: Asked) => context['birth-date-at-door'] !== undefined,
)
