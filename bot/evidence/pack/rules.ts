import type { Consultation } from '../../../machines/contract.ts'
import { RULE_PACKS } from '../../../machines/parameters/rules/packs.ts'
import { canonical } from '../canonical.ts'

/** The dated rules of where treatment would be given, as one file; none while that is not known. */
export function ruleFiles({ facts }: Consultation): readonly (readonly [string, string])[] {
  const place = facts['place-of-treatment']?.value
  const rules = place && RULE_PACKS[place]
  if (!rules) return []
  return [[`rules/${rules.id}.json`, canonical(JSON.parse(JSON.stringify(rules)))]]
}
