import type { Authority } from '../../cited.ts'
import { type Day, day } from '../../time.ts'

/** What a rule is about: a class of treatment, or a side of the work. */
export type Subject =
  | 'toxin'
  | 'filler'
  | 'every-treatment'
  | 'premises'
  | 'advertising'
  | 'children'
  | 'capacity'
  | 'consent'
  | 'safeguarding'
  | 'personal-data'
  | 'side-effects'
  | 'social-media'
  | 'accessibility'

interface Sourced {
  readonly id: string
  /** Our own note. It is not a quotation: to rely on it, read the source. */
  readonly what: string
  readonly authority: Authority
  readonly source: `https://${string}`
  readonly appliesTo: readonly [Subject, ...Subject[]]
  readonly reviewedOn: Day
  /** The last day on which it may be relied on without being looked at again. */
  readonly reviewBy: Day
}

/** Binds from a day on. */
export interface RuleInForce extends Sourced {
  readonly status: 'in-force'
  readonly from: Day
}

/** What a clinic does because it chose to, whoever recommends it. Never called the law. */
export interface RuleOfPolicy extends Sourced {
  readonly status: 'policy'
  readonly authority: 'best-practice' | 'clinic-policy'
  readonly from?: Day
}

/** Passed, and binding nobody yet. It has no day: whoever commences it gives it one. */
export interface RuleNotCommenced extends Sourced {
  readonly status: 'enacted-not-commenced'
  readonly from?: never
}

export type Rule = RuleInForce | RuleOfPolicy | RuleNotCommenced

/** What is known of the law and of good practice in one place. A change is a new version. */
export interface RulePack {
  readonly id: `rules-${string}@${number}`
  readonly rules: readonly Rule[]
}

/** Looked at together on the day that this pack was written. */
export const reviewed = { reviewedOn: day('2026-11-21'), reviewBy: day('2027-05-21') }

/** Likely to change soon: looked at every month. */
export const reviewedMonthly = { reviewedOn: day('2026-11-21'), reviewBy: day('2026-12-21') }

/** Whether it binds on that day, by law or because we chose so. */
export function bindsOn(rule: Rule, on: Day): boolean {
  if (rule.status === 'enacted-not-commenced') return false
  return rule.from === undefined || rule.from <= on
}
