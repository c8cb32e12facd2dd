import { type AnyMachineSnapshot, initialTransition, transition } from 'xstate'
import type { Actor, FactValues, Pathway } from '../../machines/contract.ts'
import { type Instant, instant } from '../../machines/time.ts'

/** A choice by its name, or an answer with its value. */
export type Said = string | { readonly answered: unknown }

export interface Arrived {
  readonly state: string
  readonly facts: FactValues
  readonly done: boolean
}

const patient: Actor = { id: 'somebody', role: 'patient', assurance: 'none' }
const aMorning = instant('2026-11-20T10:00:00Z')

/** Takes a pathway from its beginning through what was said, as pure transitions. */
export function walk(
  pathway: Pathway,
  said: readonly Said[],
  { at = aMorning, input = {} }: { at?: Instant; input?: FactValues } = {},
): Arrived {
  const { machine, answers } = pathway
  let snapshot = initialTransition(machine, input)[0] as AnyMachineSnapshot
  for (const one of said) {
    const state = String(snapshot.value)
    const event = typeof one === 'string' ? { type: one } : answerIn(answers[state], one.answered)
    const whole = { ...event, at, by: patient, private: true }
    if (!snapshot.can(whole)) {
      throw new Error(`${pathway.id} does not take ${event.type} in ${state}`)
    }
    snapshot = transition(machine, snapshot, whole)[0] as AnyMachineSnapshot
  }
  return {
    state: String(snapshot.value),
    facts: snapshot.context as FactValues,
    done: snapshot.status === 'done',
  }
}

function answerIn(schema: Pathway['answers'][string] | undefined, value: unknown) {
  return { type: 'answered', value: schema?.parse(value) }
}
