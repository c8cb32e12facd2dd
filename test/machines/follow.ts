/** Answers a pathway as people would, through XState's pure functions alone. */
import { type AnyMachineSnapshot, initialTransition, transition } from 'xstate'
import type { Actor, FactValues, Pathway, PathwayEvent } from '../../machines/contract.ts'
import { type Instant, instant } from '../../machines/time.ts'

export const NOON = instant('2026-11-21T12:00:00.000Z')

export const patient: Actor = { id: 'patient-1', role: 'patient', assurance: 'link' }
export const practitioner: Actor = {
  id: 'dr-amara',
  role: 'practitioner',
  assurance: 'demo-sign-in',
}

/** What only the engine says of a question; nobody can choose it. */
export const ENGINE_SAYS: readonly string[] = ['not-here']

/** A choice by its name, or the words that were typed, or any part of an event. */
export type Answer = string | { readonly typed: unknown } | Partial<PathwayEvent>

export interface Followed {
  /** The state it rests in, or the outcome it ended with. */
  readonly at: string
  readonly ended: boolean
  readonly facts: FactValues
  readonly choices: readonly string[]
}

export interface Circumstances {
  readonly input?: FactValues
  readonly by?: Actor
  readonly at?: Instant
}

export function follow(
  pathway: Pathway,
  answers: readonly Answer[],
  { input = {}, by = patient, at = NOON }: Circumstances = {},
): Followed {
  let snapshot = initialTransition(pathway.machine, input)[0] as AnyMachineSnapshot
  for (const answer of answers) {
    const event: PathwayEvent = { type: 'answered', at, by, private: true, ...partOf(answer) }
    const state = String(snapshot.value)
    if (!snapshot.can(event)) throw new Error(`${state} does not take ${event.type}`)
    if (event.type === 'answered') pathway.answers[state]?.parse(event.value)
    snapshot = transition(pathway.machine, snapshot, event)[0] as AnyMachineSnapshot
  }
  return {
    at: String(snapshot.value),
    ended: snapshot.status === 'done',
    facts: snapshot.context as FactValues,
    choices: choicesOf(pathway, String(snapshot.value)),
  }
}

export function choicesOf(pathway: Pathway, state: string): readonly string[] {
  const on = (pathway.machine.states[state]?.config.on ?? {}) as object
  return Object.keys(on).filter((type) => type !== 'answered' && !ENGINE_SAYS.includes(type))
}

export function typed(value: unknown): Answer {
  return { typed: value }
}

function partOf(answer: Answer): Partial<PathwayEvent> {
  if (typeof answer === 'string') return { type: answer }
  return 'typed' in answer ? { value: answer.typed } : answer
}
