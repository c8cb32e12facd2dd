/** What can be said to a statechart where it stands. */
import type { AnyStateMachine } from 'xstate'
import type { Pathway, PathwayEvent, StateMeta } from '../../machines/contract.ts'
import { type Bounds, NOON, PATIENT, PERFORMER, PRACTITIONER } from './bounds.ts'

/** No choices: a value, and what only the engine says. */
export const OWN: readonly string[] = ['answered', 'not-here']

export function accepted({ machine }: Pathway, state: string): readonly string[] {
  return Object.keys((machine.states[state]?.config.on ?? {}) as object)
}

/** Every event type that any state of it takes. */
export function alphabet({ machine }: Pathway): readonly string[] {
  const all = Object.keys(machine.states).flatMap((state) =>
    Object.keys((machine.states[state]?.config.on ?? {}) as object),
  )
  return [...new Set([...all, ...OWN])].sort()
}

/** States where it can rest and ask: not those passed through, not the ends. */
export function asking({ machine }: Pathway): readonly string[] {
  return Object.entries(machine.states)
    .filter(([, { config, type }]) => type !== 'final' && config.always === undefined)
    .map(([state]) => state)
}

export function isPrivate(machine: AnyStateMachine, state: string): boolean {
  const meta = machine.states[state]?.config.meta as StateMeta | undefined
  return meta?.asks?.kind === 'private'
}

/** Every event that the state takes, by every actor, at every moment. */
export function events(pathway: Pathway, state: string, bounds: Bounds): readonly PathwayEvent[] {
  const values = bounds.answers?.[state] ?? ['Some words']
  const own = isPrivate(pathway.machine, state)
  const said = accepted(pathway, state).flatMap((type): { type: string; value?: unknown }[] =>
    type === 'answered' && !own
      ? values.map((value) => ({ type, value: pathway.answers[state]?.parse(value) }))
      : [{ type }],
  )
  return (bounds.moments ?? [NOON]).flatMap((at) =>
    actorsOf(pathway, bounds).flatMap((by) =>
      said.flatMap((event) =>
        privately(event.type, own, bounds).map((aside) => ({ ...event, at, by, private: aside })),
      ),
    ),
  )
}

/** The engine alone says that a screen is not private, and only of what is asked in private. */
function privately(type: string, own: boolean, bounds: Bounds): readonly boolean[] {
  if (own) return [type !== 'not-here']
  return bounds.private ?? [true]
}

export function actorsOf({ role }: Pathway, { actors }: Bounds) {
  if (actors) return actors
  return [role === 'patient' ? PATIENT : role === 'performer' ? PERFORMER : PRACTITIONER]
}
