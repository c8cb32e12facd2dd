import type { FactValues, Pathway, PathwayEvent } from '../machines/contract.ts'
import type { Actor, Role } from '../machines/commands.ts'
import type { Instant } from '../machines/time.ts'
import { asksAt, begin, events, step } from './statechart.ts'

/** An answer that somebody made up. */
export interface MadeUp {
  readonly event: string
  readonly value?: unknown
}

/** Where made-up answers lead. */
export interface Rehearsed {
  readonly state: string
  readonly kind: string
  readonly choices: readonly string[]
  /** What is to be ticked, where something is. */
  readonly options: readonly string[]
  readonly ended: boolean
  readonly facts: FactValues
  /** How many of the answers were taken; the first that was not is where it stands. */
  readonly taken: number
}

/**
 * Walks a statechart with made-up answers, from what is known at the start. It has neither a store
 * nor a key, so there is nothing that it could put on record; it is the same walk each time.
 */
export function rehearse(
  { machine, role, answers }: Pathway,
  given: FactValues,
  made: readonly MadeUp[],
  at: Instant,
): Rehearsed {
  let place = begin(machine, given)
  let taken = 0
  for (const { event: type, value } of made) {
    const schema = type === 'answered' ? answers[place.value] : undefined
    const parsed = schema?.safeParse(value)
    if (place.done || (parsed && !parsed.success)) break
    const said: PathwayEvent = {
      ...{ type, at, by: rehearsing(role), private: true },
      ...(parsed ? { value: parsed.data } : {}),
    }
    const next = step(machine, { value: place.value, context: place.context }, said)
    if (!next) break
    place = next
    taken += 1
  }
  const asks = asksAt(machine, place.value)
  return {
    ...{ state: place.value, kind: asks?.kind ?? 'choice', taken },
    choices: events(machine, place.value).filter((event) => event !== 'answered'),
    options: asks && 'options' in asks ? asks.options : [],
    ...{ ended: place.done, facts: place.context },
  }
}

const rehearsing = (role: Role): Actor => ({ id: 'rehearsal', role, assurance: 'none' })
