import { assign } from 'xstate'
import type { FactName, FactValues, PathwayEvent, StateMeta } from './contract.ts'

/** What a guard of a pathway is asked about: facts known so far, and the answer just given. */
export interface Asked {
  readonly context: FactValues
  readonly event: PathwayEvent
}

/**
 * What every pathway's `setup` begins with. The context is the facts: those read
 * when it opened and those answered since, so that what is written needs no code.
 */
export const pathway = {
  types: {
    context: {} as FactValues,
    events: {} as PathwayEvent,
    input: {} as FactValues,
    meta: {} as StateMeta,
  },
  actions: {
    /** Keeps the answer just given as a fact. */
    keep: assign<FactValues, PathwayEvent, { fact: FactName }, PathwayEvent, never>(
      ({ event }, { fact }) => ({ [fact]: event.value }),
    ),
    /** Notes facts that follow from the choice made. */
    note: assign<FactValues, PathwayEvent, FactValues, PathwayEvent, never>((_, facts) => facts),
  },
}

/** Nothing is declined without a reason in the practitioner's words, said anew each time. */
export const declineReason = {
  meta: { asks: { kind: 'text', fresh: true } },
  on: {
    answered: {
      target: 'declined',
      actions: { type: 'keep', params: { fact: 'decline-reason' } },
    },
  },
} as const
