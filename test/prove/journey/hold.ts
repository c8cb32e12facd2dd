/** Holds the invariants of the journey against its paths, and tells the shortest that breaks one. */
import { advance } from '../../../bot/advance.ts'
import type { Command, Consultation, Journey } from '../../../machines/contract.ts'
import { OF_JOURNEY } from '../invariants/journey.ts'
import type { Registry } from '../house.ts'
import { BIRTHS } from './domains.ts'
import { type Bound, explore, type Explored, wayTo } from './explore.ts'
import { stubbed, type Stubbed, type Width } from './stubs.ts'
import { toldInFull } from './told.ts'

export interface BrokenPath {
  readonly id: string
  readonly says: string
  readonly steps: readonly Command[]
  /** The conversation, when it is asked for. */
  told(): string
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

/** A turn at every point of a plain way, and a second one where the most rests on it. */
export const SHORT: readonly Scope[] = [
  { ...plain, name: 'any turn as the last' },
  { ...plain, name: 'any turn as the last, at 17', births: turning.slice(1) },
  { ...plain, name: 'two turns after the signature', turns: 1, last: false, from: signed },
]

/** Two turns anywhere; then every end of every pathway, with any turn as the last. */
export const LONG: readonly Scope[] = [
  ...SHORT.slice(0, 1),
  { ...plain, name: 'two turns', turns: 1, last: false },
  { ...plain, name: 'two turns, at 17', births: turning.slice(1), turns: 1, last: false },
  { ...plain, name: 'three turns after the signature', turns: 1, from: signed },
  { ...plain, name: 'every end of every pathway', births: BIRTHS, ends: 'free', limit: 60_000 },
]

/** One pathway that ends in another way, and then all that goes on: enough for a gate. */
export const ENDS: Scope = {
  ...{ ...plain, name: 'one other end', turns: 1, last: false, endsOnly: true },
}

export const ENDS_AT_17: Scope = { ...ENDS, name: 'one other end, at 17', births: turning.slice(1) }

/** `first` ends at the first that breaks, which is enough to know that one does. */
export function holdJourney(
  registry: Registry,
  scope: Scope,
  { take = advance, first = false }: { take?: typeof advance; first?: boolean } = {},
): HeldPaths {
  const journey = registry.journeys['treatment@1'] as Journey
  const stubs = stubbed(journey, registry.pathways, scope)
  const broken = new Map<string, BrokenPath>()
  const spoke = new Map<string, number>()
  const explored = explore(
    stubs,
    scope,
    (taken, from) => {
      for (const { id, says, when, then } of OF_JOURNEY) {
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
  found: Omit<BrokenPath, 'told'>,
  take: typeof advance,
): BrokenPath {
  const why = `${found.id}: ${found.says}`
  return { ...found, told: () => toldInFull(registry, stubs, found.steps, why, take) }
}
