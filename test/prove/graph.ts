/** Every state and every step of one statechart, from what was known when it opened. */
import { type ActorLogic, type AnyMachineSnapshot, initialTransition, transition } from 'xstate'
import { getAdjacencyMap } from 'xstate/graph'
import type { FactName, FactValues, Pathway, PathwayEvent } from '../../machines/contract.ts'
import { FACTS } from '../../machines/facts.ts'
import { events } from './events.ts'
import type { Bounds } from './bounds.ts'

/** Steps; more is a mistake in the folding, and is never cut short in silence. */
export const LIMIT = 20_000

export interface Step {
  readonly event: PathwayEvent
  readonly to: string
}

export interface Spot {
  readonly key: string
  readonly snapshot: AnyMachineSnapshot
  readonly steps: readonly Step[]
  /** The shortest way to it. */
  readonly path: readonly PathwayEvent[]
}

export type Graph = ReadonlyMap<string, Spot>

type Logic = ActorLogic<AnyMachineSnapshot, PathwayEvent, FactValues>

/** XState's pure functions in the shape that its own generators of paths expect. */
export function pure({ machine }: Pathway, input: FactValues): Logic {
  return {
    config: machine.config,
    getInitialSnapshot: () => initialTransition(machine, input)[0] as AnyMachineSnapshot,
    transition: (snapshot, event) => transition(machine, snapshot, event)[0] as AnyMachineSnapshot,
    getPersistedSnapshot: (snapshot) => snapshot,
  }
}

export function graphOf(pathway: Pathway, input: FactValues, bounds: Bounds): Graph {
  const logic = pure(pathway, input)
  const map = getAdjacencyMap(logic, {
    events: (snapshot: AnyMachineSnapshot) => events(pathway, String(snapshot.value), bounds),
    filterEvents: (snapshot: AnyMachineSnapshot, event: PathwayEvent) => snapshot.can(event),
    serializeState: folded as never,
    serializeEvent: (event: PathwayEvent) => JSON.stringify(event) as never,
    limit: LIMIT,
  }) as unknown as Record<string, { state: AnyMachineSnapshot; transitions: Transitions }>
  return shortest(folded(logic.getInitialSnapshot({} as never, input)), map)
}

type Transitions = Readonly<Record<string, { event: PathwayEvent; state: AnyMachineSnapshot }>>

function shortest(
  first: string,
  map: Readonly<Record<string, { state: AnyMachineSnapshot; transitions: Transitions }>>,
): Graph {
  const found = new Map<string, Spot>()
  const waiting: [string, readonly PathwayEvent[]][] = [[first, []]]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [key, path] = next
    const place = map[key]
    if (found.has(key) || !place) continue
    const steps = Object.values(place.transitions).map(({ event, state }) => ({
      ...{ event, to: folded(state) },
    }))
    found.set(key, { key, snapshot: place.state, steps, path })
    for (const { event, to } of steps) waiting.push([to, [...path, event]])
  }
  return found
}

/** What somebody typed is there or not: no guard reads more of it, see `spied`. */
export function keyOf(value: string, context: FactValues): string {
  const facts = Object.entries(context)
    .filter(([, fact]) => fact !== undefined)
    .map(([name, fact]) => [name, isWords(name as FactName) ? '…' : fact] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([value, Object.fromEntries(facts)])
}

const folded = ({ value, context }: AnyMachineSnapshot) =>
  keyOf(String(value), context as FactValues)

/** Words that guards do compare: names of people and of treatments, and whether one was explained. */
const READ = new Set<FactName>([
  ...(['outside-assessor', 'explanation', 'explanation-of', 'treatment-name'] as const),
  'consent-taken-by',
])

export function isWords(name: FactName): boolean {
  return !READ.has(name) && FACTS[name].safeParse('some words or other').success
}
