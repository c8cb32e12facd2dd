/** Holds the invariants of the journey against its paths, and tells the shortest that breaks one. */
import { advance } from '../../../bot/advance.ts'
import type { Command, Consultation, Journey } from '../../../machines/contract.ts'
import { OF_JOURNEY } from '../invariants/journey.ts'
import type { OfJourney } from '../invariants/step.ts'
import type { Registry } from '../house.ts'
import { BIRTHS } from './domains.ts'
import { type Bound, explore, type Explored, wayTo } from './explore.ts'
import { stubbed, type Stubbed, type Width } from './stubs.ts'
import { inFull, toldInFull, type Whole } from './told.ts'

export interface BrokenPath {
  readonly id: string
  readonly says: string
  readonly steps: readonly Command[]
  /** The conversation, when it is asked for. */
  told(): string
  /** Its commands, each pathway answered in full. */
  whole(): Whole
}

export interface HeldPaths extends Explored {
  readonly broken: readonly BrokenPath[]
  readonly spoke: ReadonlyMap<string, number>
}

export interface Scope extends Width, Bound {
  readonly name: string
}

const adult = BIRTHS.slice(0, 1)
const turning = BIRTHS.slice(0, 2)

const plain = { births: adult, ends: 'turns', turns: 0, last: true, limit: 9_000 } as const
const signed = ({ facts, stage }: Consultation) =>
  facts.signature !== undefined && stage === 'consent'

const treated = ({ stage }: Consultation) => stage === 'aftercare'

/** A turn at every point of a plain way; and where the most rests on it, one with all that follows. */
export const SHORT: readonly Scope[] = [
  { ...plain, name: 'any turn as the last' },
  { ...plain, name: 'any turn as the last, at 17', births: turning.slice(1) },
  { ...plain, name: 'a turn after the signature', turns: 1, last: false, from: signed },
  { ...plain, name: 'two turns in the aftercare', turns: 1, from: treated },
]

/** A turn anywhere, all that follows, and any other as the last; then every end of every pathway. */
export const LONG: readonly Scope[] = [
  { ...plain, name: 'any two turns', turns: 1 },
  { ...plain, name: 'any two turns, at 17', births: turning.slice(1), turns: 1 },
  { ...plain, name: 'every end of every pathway', births: BIRTHS, ends: 'free', limit: 60_000 },
]

/** One turn, and any second one wherever that has led to. */
export const TWICE: Scope = {
  ...plain,
  name: 'two turns after the signature',
  turns: 1,
  from: signed,
}

/** One pathway that ends in another way, and then all that goes on: enough for a gate. */
export const ENDS: Scope = {
  ...{ ...plain, name: 'one other end', turns: 1, last: false, endsOnly: true },
}

export const ENDS_AT_17: Scope = { ...ENDS, name: 'one other end, at 17', births: turning.slice(1) }

export interface How {
  readonly take?: typeof advance
  /** Ends at the first that breaks, which is enough to know that one does. */
  readonly first?: boolean
  readonly invariants?: readonly OfJourney[]
}

export function holdJourney(
  registry: Registry,
  scope: Scope,
  { take = advance, first = false, invariants = OF_JOURNEY }: How = {},
): HeldPaths {
  const journey = registry.journeys['treatment@1'] as Journey
  const stubs = stubbed(journey, registry.pathways, scope)
  const broken = new Map<string, BrokenPath>()
  const spoke = new Map<string, number>()
  const explored = explore(
    stubs,
    scope,
    (taken, from) => {
      for (const { id, says, when, then } of invariants) {
        if (!when(taken)) continue
        const key = `${id} ${says}`
        spoke.set(key, (spoke.get(key) ?? 0) + 1)
        if (broken.has(key) || then(taken)) continue
        const steps = [...wayTo(from), taken.command]
        broken.set(key, brokenPath(registry, stubs, { id, says, steps }, take))
        if (first) return true
      }
      return false
    },
    take,
  )
  return { ...explored, broken: [...broken.values()], spoke }
}

function brokenPath(
  registry: Registry,
  stubs: Stubbed,
  found: Omit<BrokenPath, 'told' | 'whole'>,
  take: typeof advance,
): BrokenPath {
  const why = `${found.id}: ${found.says}`
  return {
    ...found,
    told: () => toldInFull(registry, stubs, found.steps, why, take),
    whole: () => inFull(registry, stubs, found.steps, take),
  }
}
