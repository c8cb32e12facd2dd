import { setup } from 'xstate'
import type { FactValues } from '../../contract.ts'
import { pathway } from '../../pathway.ts'

export const STEPS = [
  'information-given',
  'referral-offered',
  'emergency-services',
  'child-safeguarding',
  'nothing-wanted',
] as const

const choice = { asks: { kind: 'choice', fresh: true } } as const
const text = { asks: { kind: 'text', fresh: true } } as const

const decided = (whose: NonNullable<FactValues['concern-choice']>) =>
  ({
    target: 'decision-reason',
    actions: { type: 'note', params: { 'concern-choice': whose } },
  }) as const

/**
 * The safeguarding lead looks at what was said in private, in every consultation where it
 * was asked, and decides. Nothing is judged and nobody is told anything by this statechart.
 */
export const concernResponseMachine = setup({ ...pathway }).createMachine({
  id: 'concern-response@1',
  context: ({ input }) => ({ ...input }),
  initial: 'review',
  states: {
    review: {
      meta: choice,
      on: { 'nothing-to-do': 'reason', act: 'talk-alone' },
    },
    'talk-alone': {
      meta: choice,
      on: {
        'talked-alone': 'what-was-heard',
        'not-yet': { target: 'talk-alone', reenter: true },
        'could-not-talk': 'reason',
        // Danger does not wait for a conversation.
        'danger-now': 'steps',
      },
    },
    'what-was-heard': {
      meta: text,
      on: {
        answered: {
          target: 'steps',
          actions: { type: 'keep', params: { fact: 'concern-heard' } },
        },
      },
    },
    steps: {
      meta: { asks: { kind: 'many', options: STEPS, fresh: true } },
      on: {
        answered: {
          target: 'capacity-to-choose',
          actions: { type: 'keep', params: { fact: 'concern-steps' } },
        },
      },
    },
    'capacity-to-choose': {
      meta: choice,
      on: {
        'own-choice': decided('own-choice'),
        'danger-to-others': decided('danger-to-others'),
        'may-not-be-able': decided('may-not-be-able'),
      },
    },
    'decision-reason': {
      meta: text,
      on: {
        answered: {
          target: 'told',
          actions: { type: 'keep', params: { fact: 'concern-reason' } },
        },
      },
    },
    told: {
      meta: text,
      on: {
        answered: {
          target: 'responded',
          actions: { type: 'keep', params: { fact: 'concern-told' } },
        },
      },
    },
    reason: {
      meta: text,
      on: {
        answered: {
          target: 'reviewed',
          actions: { type: 'keep', params: { fact: 'concern-reason' } },
        },
      },
    },
    reviewed: { type: 'final' },
    responded: { type: 'final' },
  },
})
