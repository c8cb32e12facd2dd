import { type AnyMachineSnapshot, type AnyStateMachine, createActor } from 'xstate'
import type { Cited } from '../machines/cited.ts'
import type { Asks, Consulted, FactValues, PathwayEvent, StateMeta } from '../machines/contract.ts'

export interface Place {
  readonly value: string
  readonly context: FactValues
  readonly done: boolean
  readonly guards: readonly Consulted[]
}

type Guard = Cited<(args: unknown, params: unknown) => boolean>

const traced = new WeakMap<AnyStateMachine, AnyStateMachine>()
let consulted: Consulted[] = []

/** The same machine, whose guards note that they were asked. Transitions are synchronous. */
function tracing(machine: AnyStateMachine): AnyStateMachine {
  const known = traced.get(machine)
  if (known) return known
  const guards = Object.entries(machine.implementations.guards as Record<string, Guard>)
  const made = machine.provide({
    guards: Object.fromEntries(
      guards.map(([name, guard]) => [
        name,
        (args: unknown, params: unknown) => {
          const held = guard(args, params)
          const { clauses, authority } = guard
          consulted.push({ guard: name, held, clauses: [...clauses], authority })
          return held
        },
      ]),
    ),
  })
  traced.set(machine, made)
  return made
}

type Scope = Parameters<AnyStateMachine['transition']>[2]

const scopes = new WeakMap<AnyStateMachine, Scope>()
const nothing = () => undefined

/**
 * What XState's own `transition` makes anew each time, a whole actor that is never started: our
 * machines neither send, spawn nor stop, so that one serves for all.
 */
function scopeOf(machine: AnyStateMachine): Scope {
  const known = scopes.get(machine)
  if (known) return known
  // It takes a first step, of which nothing must be left in what was asked of another.
  consulted = []
  const self = createActor(machine)
  const made: Scope = {
    ...{ self, system: self.system, id: '', sessionId: '', logger: nothing },
    ...{ defer: nothing, stopChild: nothing, emit: nothing, actionExecutor: nothing },
  }
  scopes.set(machine, made)
  return made
}

export function begin(machine: AnyStateMachine, input: FactValues): Place {
  const made = tracing(machine)
  const scope = scopeOf(made)
  consulted = []
  return placeOf(made.getInitialSnapshot(scope, input))
}

/** `undefined` when the state does not take the event. */
export function step(
  machine: AnyStateMachine,
  at: { readonly value: string; readonly context: unknown },
  event: PathwayEvent,
): Place | undefined {
  if (!takes(machine, at.value, event.type)) return undefined
  const made = tracing(machine)
  const scope = scopeOf(made)
  consulted = []
  const before = { ...restingIn(made, at.value), context: at.context } as AnyMachineSnapshot
  return placeOf(made.transition(before, event, scope))
}

const resting = new WeakMap<AnyStateMachine, Map<string, AnyMachineSnapshot>>()

/** A state is resolved once; only the context is another each time. */
function restingIn(machine: AnyStateMachine, value: string): AnyMachineSnapshot {
  const known = resting.get(machine) ?? new Map<string, AnyMachineSnapshot>()
  const found = known.get(value) ?? machine.resolveState({ value, context: {} })
  resting.set(machine, known.set(value, found))
  return found
}

function placeOf(snapshot: AnyMachineSnapshot): Place {
  if (snapshot.status === 'error') throw new Error('a statechart failed', { cause: snapshot.error })
  return {
    value: String(snapshot.value),
    context: snapshot.context as FactValues,
    done: snapshot.status === 'done',
    guards: consulted,
  }
}

/** The event types that a state accepts: what a person may choose, and `answered`. */
export function events(machine: AnyStateMachine, state: string): readonly string[] {
  return Object.keys((machine.states[state]?.config.on ?? {}) as object)
}

const ends = new WeakMap<AnyStateMachine, Map<string, ReadonlySet<string>>>()

/** The ends that a state can still come to, which are asked for at each step. */
export function endsFrom(machine: AnyStateMachine, state: string): ReadonlySet<string> {
  const known = ends.get(machine) ?? new Map<string, ReadonlySet<string>>()
  ends.set(machine, known)
  const found = known.get(state) ?? endsOf(machine, state)
  known.set(state, found)
  return found
}

function endsOf(machine: AnyStateMachine, state: string): ReadonlySet<string> {
  const seen = new Set([state])
  for (const name of seen) for (const next of leadsTo(machine, name)) seen.add(next)
  return new Set([...seen].filter((name) => machine.states[name]?.type === 'final'))
}

function leadsTo(machine: AnyStateMachine, state: string): readonly string[] {
  const node = machine.states[state]
  const taken = [...(node?.transitions.values() ?? [])].flat()
  return [...taken, ...(node?.always ?? [])].flatMap(({ target }) => target ?? []).map(keyOf)
}

const keyOf = ({ key }: { readonly key: string }): string => key

function takes(machine: AnyStateMachine, state: string, event: string): boolean {
  return events(machine, state).includes(event)
}

export function asksAt(machine: AnyStateMachine, state: string): Asks | undefined {
  return (machine.states[state]?.config.meta as StateMeta | undefined)?.asks
}
