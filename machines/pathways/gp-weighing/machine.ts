import { setup } from 'xstate'
import { declineReason, pathway } from '../../pathway.ts'
import { gpNotNeeded, interactionPossible, permissionGranted } from './guards.ts'

/**
 * Whether the GP is needed, what the GP says, and whether the history is known well enough.
 * Permission and history are two questions: a yes to one never answers the other.
 */
export const gpWeighingMachine = setup({
  ...pathway,
  guards: {
    'permission-granted': permissionGranted,
    'gp-not-needed': gpNotNeeded,
    'interaction-possible': interactionPossible,
  },
}).createMachine({
  id: 'gp-weighing@1',
  context: ({ input }) => ({ ...input }),
  initial: 'need',
  states: {
    need: {
      meta: { asks: { kind: 'choice' } },
      on: {
        needed: {
          target: 'need-reason',
          actions: { type: 'note', params: { 'gp-need': 'needed' } },
        },
        'not-needed': {
          target: 'need-reason',
          actions: { type: 'note', params: { 'gp-need': 'not-needed' } },
        },
      },
    },
    'need-reason': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'interaction',
          actions: { type: 'keep', params: { fact: 'gp-need-reason' } },
        },
      },
    },
    interaction: {
      meta: { asks: { kind: 'choice' } },
      on: {
        'none-found': {
          target: 'no-interaction',
          actions: { type: 'note', params: { 'interaction-possible': 'none-found' } },
        },
        possible: {
          target: 'interaction-found',
          actions: { type: 'note', params: { 'interaction-possible': 'possible' } },
        },
        'not-sure-yet': {
          target: 'interaction-found',
          actions: { type: 'note', params: { 'interaction-possible': 'possible' } },
        },
      },
    },
    'interaction-found': {
      always: [
        { guard: 'permission-granted', target: 'waiting-for-gp' },
        { target: 'cannot-go-on' },
      ],
    },
    'no-interaction': {
      always: [
        {
          guard: 'gp-not-needed',
          target: 'history',
          actions: { type: 'note', params: { 'gp-reply': 'none-needed' } },
        },
        { guard: 'permission-granted', target: 'waiting-for-gp' },
        { target: 'weigh-refusal' },
      ],
    },
    'waiting-for-gp': {
      meta: { asks: { kind: 'choice', fresh: true } },
      on: {
        positive: {
          target: 'reply-details',
          actions: { type: 'note', params: { 'gp-reply': 'positive' } },
        },
        negative: {
          target: 'negative-reply',
          actions: { type: 'note', params: { 'gp-reply': 'negative' } },
        },
        // Silence is never a yes, however long it lasts.
        'no-reply-yet': { target: 'waiting-for-gp', reenter: true },
        decline: 'decline-reason',
      },
    },
    'negative-reply': {
      always: [
        { guard: 'interaction-possible', target: 'decline-reason' },
        { target: 'weigh-reply' },
      ],
    },
    'reply-details': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'history',
          actions: { type: 'keep', params: { fact: 'gp-reply-details' } },
        },
      },
    },
    'weigh-reply': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'decide',
          actions: { type: 'keep', params: { fact: 'gp-reply-weighed' } },
        },
      },
    },
    'weigh-refusal': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'decide',
          actions: { type: 'keep', params: { fact: 'gp-refusal-weighed' } },
        },
      },
    },
    decide: {
      meta: { asks: { kind: 'choice', fresh: true } },
      on: { 'go-on': 'history', decline: 'decline-reason' },
    },
    'cannot-go-on': {
      meta: { asks: { kind: 'choice' } },
      on: { decline: 'decline-reason' },
    },
    history: {
      meta: { asks: { kind: 'choice' } },
      on: { adequate: 'history-sources', 'not-adequate': 'history-wanted' },
    },
    'history-wanted': {
      meta: { asks: { kind: 'choice' } },
      on: { 'found-now': 'history', decline: 'decline-reason' },
    },
    'history-sources': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'weighed',
          actions: [
            { type: 'keep', params: { fact: 'history-sources' } },
            { type: 'note', params: { 'history-adequate': true } },
          ],
        },
      },
    },
    'decline-reason': declineReason,
    weighed: { type: 'final' },
    declined: { type: 'final' },
  },
})
