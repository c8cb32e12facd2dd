import { addDays, birthdayOf, type Day, day } from '../time.ts'
import { type Dated, type InForce, inForceOn } from './dated.ts'

/** What a consultation came to, as far as keeping it goes. */
export const KEPT_AS = [
  'consented',
  'declined',
  'withdrawn',
  'not-gone-ahead',
  'enquiry-only',
  'refused-under-age',
  'staff-check',
] as const
export type KeptAs = (typeof KEPT_AS)[number]

/** For how long from the last entry; and what is done with a request to erase before then. */
export interface Keeping {
  readonly years?: number
  readonly days?: number
  /** Somebody who was not 18 by then: until this birthday, the later one if they were 17. */
  readonly youngUntil?: { readonly age: number; readonly at17: number }
  readonly onRequest: 'restrict' | 'erase'
}

const CODE =
  'https://transform.england.nhs.uk/information-governance/guidance/records-management-code/'
const ERASURE = 'https://www.legislation.gov.uk/eur/2016/679/article/17'
const CHILDREN =
  'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/childrens-information/'

/**
 * No law sets these for a private clinic. The periods of the NHS code for England are taken as
 * policy everywhere: Wales has a code of its own, Scotland and Northern Ireland have schedules.
 */
const record: Dated<Keeping> = {
  status: 'policy',
  from: day('2023-08-07'),
  value: { years: 8, youngUntil: { age: 25, at17: 26 }, onRequest: 'restrict' },
  authority: 'clinic-policy',
  source: CODE,
}

/** By analogy with a referral that was not taken on. */
const enquiry: Dated<Keeping> = {
  status: 'policy',
  from: day('2026-11-21'),
  value: { years: 2, onRequest: 'erase' },
  authority: 'clinic-policy',
  source: ERASURE,
}

/** As little of a child as can be: what is needed to see that the bar was kept to. */
const underAge: Dated<Keeping> = {
  status: 'policy',
  from: day('2026-11-21'),
  value: { days: 30, onRequest: 'erase' },
  authority: 'clinic-policy',
  source: CHILDREN,
}

/** Evidence for its author, long enough for a complaint about what was posted to come. */
const staffCheck: Dated<Keeping> = {
  status: 'policy',
  from: day('2026-11-22'),
  value: { years: 3, onRequest: 'erase' },
  authority: 'clinic-policy',
  source: ERASURE,
}

export const retention: Readonly<Record<KeptAs, readonly Dated<Keeping>[]>> = {
  ...{ consented: [record], declined: [record], withdrawn: [record] },
  ...{ 'not-gone-ahead': [record], 'enquiry-only': [enquiry], 'refused-under-age': [underAge] },
  'staff-check': [staffCheck],
}

/** What is known of a consultation that decides how long it is kept. */
export interface ToKeep {
  readonly as: KeptAs
  /** The day of its last entry: the clock runs from there. */
  readonly last: Day
  readonly birth?: Day
  /** The clinic keeps records longer, for its insurer say. Never for less. */
  readonly atLeastYears?: number
}

export interface Kept {
  /** Kept until this day begins. */
  readonly until: Day
  readonly rule: InForce<Keeping>
}

export function keptUntil({ as, last, birth, atLeastYears = 0 }: ToKeep): Kept {
  const rule = inForceOn(retention[as], last) ?? (retention[as][0] as InForce<Keeping>)
  const { years, days = 0, youngUntil } = rule.value
  if (years === undefined) return { until: addDays(last, days), rule }
  const longest = youngUntil ? Math.max(years, atLeastYears) : years
  return { until: later(birthdayOf(last, longest), grownUp(birth, last, youngUntil)), rule }
}

function grownUp(birth: Day | undefined, last: Day, young: Keeping['youngUntil']): Day {
  if (!birth || !young || last >= birthdayOf(birth, 18)) return last
  return birthdayOf(birth, last >= birthdayOf(birth, 17) ? young.at17 : young.age)
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)
