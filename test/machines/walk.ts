/** Walks every path of a pathway, with its answers, actors and moments bounded. */
import { TestModel } from '@xstate/test'
import { type ActorLogic, type AnyMachineSnapshot, initialTransition, transition } from 'xstate'
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph'
import type { Actor, FactValues, Pathway, PathwayEvent } from '../../machines/contract.ts'
import type { Instant } from '../../machines/time.ts'
import { choicesOf, ENGINE_SAYS, NOON, practitioner } from './follow.ts'

/** What there is to walk with: everything that can make a difference, and little else. */
export interface Bounds {
  readonly inputs?: readonly FactValues[]
  /** By state; where none are named, some words are given. */
  readonly answers?: Readonly<Record<string, readonly unknown[]>>
  readonly actors?: readonly Actor[]
  readonly moments?: readonly Instant[]
}

export interface Walked {
  readonly paths: number
  readonly reached: ReadonlySet<string>
  readonly faults: readonly string[]
}

const LIMIT = 60_000

type Logic = ActorLogic<AnyMachineSnapshot, PathwayEvent, FactValues>

export async function walk(pathway: Pathway, bounds: Bounds = {}): Promise<Walked> {
  const reached = new Set<string>()
  const faults = new Set<string>()
  let paths = 0
  for (const input of bounds.inputs ?? [{}]) {
    const logic = pure(pathway, input)
    for (const path of modelOf(pathway, logic, bounds).getPaths(shortest)) {
      paths += 1
      await alongside(pathway, input, path, (snapshot) => {
        reached.add(String(snapshot.value))
        for (const fault of faultsAt(pathway, snapshot, bounds)) faults.add(fault)
      })
    }
    for (const state of stuck(logic, optionsOf(pathway, bounds))) {
      faults.add(`${state}: no end can be reached from here`)
    }
  }
  for (const state of restingStates(pathway)) {
    if (!reached.has(state)) faults.add(`${state}: is never reached`)
  }
  return { paths, reached, faults: [...faults] }
}

/** States where a pathway can rest: those that ask, and those that end it. */
export function restingStates(pathway: Pathway): readonly string[] {
  return Object.entries(pathway.machine.states)
    .filter(([, { config, type }]) => type === 'final' || config.always === undefined)
    .map(([state]) => state)
}

/** The model's path is taken again on what an engine would have stored: plain JSON. */
async function alongside(
  { machine }: Pathway,
  input: FactValues,
  path: ReturnType<TestModel<AnyMachineSnapshot, PathwayEvent, FactValues>['getPaths']>[number],
  visit: (snapshot: AnyMachineSnapshot) => void,
): Promise<void> {
  let stored = ''
  const store = ({ value, context }: AnyMachineSnapshot) => {
    stored = JSON.stringify({ value: value as unknown, context: context as unknown })
  }
  store(initialTransition(machine, input)[0] as AnyMachineSnapshot)
  const take = (step: { event: object }) => {
    const event = step.event as PathwayEvent
    const restored = machine.resolveState(JSON.parse(stored) as { value: string; context: object })
    store(transition(machine, restored, event)[0] as AnyMachineSnapshot)
  }
  const types = new Set(path.steps.map(({ event }) => event.type))
  await path.test({
    events: Object.fromEntries(
      [...types].filter((type) => type !== 'xstate.init').map((type) => [type, take]),
    ),
    states: {
      '*': (snapshot) => {
        const { value } = JSON.parse(stored) as { value: string }
        if (value !== snapshot.value) throw new Error(`stored ${value}, not ${snapshot.value}`)
        visit(snapshot)
      },
    },
  })
}

function faultsAt(pathway: Pathway, snapshot: AnyMachineSnapshot, bounds: Bounds): string[] {
  const state = String(snapshot.value)
  if (snapshot.status === 'error') return [`${state}: fails`]
  if (snapshot.status === 'done') return outcomeFaults(pathway, state, snapshot)
  const events = eventsAt(pathway, bounds)(snapshot)
  const choices = choicesOf(pathway, state).filter(
    (choice) => !events.some((event) => event.type === choice && snapshot.can(event)),
  )
  const asks = snapshot.getMeta() as Record<string, { asks?: unknown } | undefined>
  return [
    ...choices.map((choice) => `${state}: ${choice} leads nowhere`),
    ...(events.length === 0 ? [`${state}: takes no answer`] : []),
    ...(Object.values(asks).some((meta) => meta?.asks) ? [] : [`${state}: asks nothing`]),
  ]
}

function outcomeFaults(pathway: Pathway, state: string, snapshot: AnyMachineSnapshot): string[] {
  const outcome = pathway.outcomes[state]
  if (!outcome) return [`${state}: is no outcome`]
  const facts = snapshot.context as FactValues
  const known = pathway.writes.filter((name) => facts[name] !== undefined)
  const written = Object.fromEntries(known.map((name) => [name, facts[name]]))
  return outcome.ensures(written) ? [] : [`${state}: does not hold what it ensures`]
}

function modelOf(pathway: Pathway, logic: Logic, bounds: Bounds) {
  return new TestModel<AnyMachineSnapshot, PathwayEvent, FactValues>(logic, {
    ...optionsOf(pathway, bounds),
    stateMatcher: (snapshot, key) => snapshot.matches(key),
    logger: { log() {}, error() {} },
  })
}

/** XState's pure functions in the shape that the generators of paths expect. */
function pure({ machine }: Pathway, input: FactValues): Logic {
  return {
    config: machine.config,
    getInitialSnapshot: () => initialTransition(machine, input)[0] as AnyMachineSnapshot,
    transition: (snapshot, event) => transition(machine, snapshot, event)[0] as AnyMachineSnapshot,
    getPersistedSnapshot: (snapshot) => snapshot,
  }
}

function optionsOf(pathway: Pathway, bounds: Bounds) {
  return {
    events: eventsAt(pathway, bounds),
    filterEvents: (snapshot: AnyMachineSnapshot, event: PathwayEvent) => snapshot.can(event),
    // The whole context, so that what holds on a path holds on every path to the same facts.
    serializeState: ({ value, context }: AnyMachineSnapshot) =>
      JSON.stringify([value, context]) as never,
    serializeEvent: (event: PathwayEvent) => JSON.stringify(event) as never,
    limit: LIMIT,
  }
}

const shortest = ((logic: Logic, options: ReturnType<typeof optionsOf>) =>
  getShortestPaths(logic, options)) as never

/** Every event that the state takes, by every actor, at every moment. */
function eventsAt(pathway: Pathway, { answers = {}, actors, moments }: Bounds) {
  return (snapshot: AnyMachineSnapshot): readonly PathwayEvent[] => {
    const state = String(snapshot.value)
    const schema = pathway.answers[state]
    const values = answers[state] ?? ['Some words']
    const given: { type: string; value?: unknown }[] = [
      ...[...choicesOf(pathway, state), ...engineSays(pathway, state)].map((type) => ({ type })),
      ...(schema ? values : []).map((value) => ({ type: 'answered', value: schema?.parse(value) })),
    ]
    return (moments ?? [NOON]).flatMap((at) =>
      (actors ?? [practitioner]).flatMap((by) =>
        [true, false].flatMap((isPrivate) =>
          given.map((event) => ({ ...event, at, by, private: isPrivate })),
        ),
      ),
    )
  }
}

function engineSays({ machine }: Pathway, state: string): readonly string[] {
  const on = (machine.states[state]?.config.on ?? {}) as object
  return ENGINE_SAYS.filter((type) => type in on)
}

/** States that are reached, but from which no end can be. */
function stuck(logic: Logic, options: ReturnType<typeof optionsOf>): readonly string[] {
  const map = getAdjacencyMap(logic, options) as unknown as Record<string, Place>
  const places = Object.entries(map)
  const ends = new Set(
    places.filter(([, { state }]) => state.status === 'done').map(([key]) => key),
  )
  for (let before = -1; before < ends.size;) {
    before = ends.size
    for (const [key, { transitions }] of places) {
      const next = Object.values(transitions).map(({ state }) => options.serializeState(state))
      if (next.some((one) => ends.has(one))) ends.add(key)
    }
  }
  return places.filter(([key]) => !ends.has(key)).map(([, { state }]) => String(state.value))
}

interface Place {
  readonly state: AnyMachineSnapshot
  readonly transitions: Readonly<Record<string, { readonly state: AnyMachineSnapshot }>>
}
