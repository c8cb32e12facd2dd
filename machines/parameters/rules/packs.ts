import type { Day } from '../../time.ts'
import type { Place } from '../dated.ts'
import { england } from './england.ts'
import { bindsOn, type Rule, type RulePack } from './rule.ts'
import { scotland } from './scotland.ts'

/** The rules of a place as they stand on a day. */
export interface RulesOn {
  readonly pack: RulePack['id']
  readonly binding: readonly Rule[]
  /** Passed but not commenced, or with its day still to come. */
  readonly notYet: readonly Rule[]
  /** Not looked at again in time, whether they bind or not. */
  readonly overdue: readonly Rule[]
}

/** Every pack there is. Wales and Northern Ireland have none: nobody has looked at their law. */
export const RULE_PACKS: Readonly<Partial<Record<Place, RulePack>>> = { england, scotland }

/** What a record names, or `undefined` where there is no pack. */
export function rulePackId(place: Place): RulePack['id'] | undefined {
  return RULE_PACKS[place]?.id
}

/** `undefined` where there is no pack: no rule known is not the same as no rule. */
export function rulesFor(place: Place, on: Day): RulesOn | undefined {
  const pack = RULE_PACKS[place]
  if (!pack) return undefined
  return {
    pack: pack.id,
    binding: pack.rules.filter((rule) => bindsOn(rule, on)),
    notYet: pack.rules.filter((rule) => !bindsOn(rule, on)),
    overdue: pack.rules.filter(({ reviewBy }) => reviewBy < on),
  }
}
