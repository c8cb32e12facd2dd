import type { Consultation, Given } from '../machines/contract.ts'
import type { Instant } from '../machines/time.ts'

/** Answers to the survey that somebody hears of: it is not there only to be counted. */
const NOT_WELL: Readonly<Record<string, string>> = {
  satisfied: 'dissatisfied',
  listened: 'no',
  'as-explained': 'no',
  'in-yourself': 'worse',
}

const SURVEY = 'feedback@'

export interface Unwell {
  /** `feedback#2`: the second time that it was asked. */
  readonly id: string
  readonly since: Instant
  readonly given: readonly Given[]
}

/** What the patient last said of how it was, if any of it was not well and nobody has seen to it. */
export function unwell({ open, closed, wanted }: Consultation): Unwell | undefined {
  const asked = [...closed, ...open].findLast(({ pathway }) => pathway.startsWith(SURVEY))
  const given = asked?.given.filter(({ state, event }) => NOT_WELL[state] === event) ?? []
  const [first] = given
  if (!asked || !first || wanted.some(({ id }) => id === asked.key)) return undefined
  return { id: asked.key, since: first.at, given }
}

/** Kept with the requests for a person, though no patient made it. */
export const isOfSurvey = ({ id }: { readonly id: string }): boolean => id.startsWith('feedback#')
