import { setup } from 'xstate'
import { pathway } from '../../pathway.ts'

/**
 * Whether the patient's GP may be asked. A refusal is met once, with either an explanation
 * or an encouragement, and then stands. It never bars anybody here: a person weighs it.
 */
export const gpContactMachine = setup({ ...pathway }).createMachine({
  id: 'gp-contact@1',
  context: ({ input }) => ({ ...input }),
  initial: 'permission',
  states: {
    permission: {
      meta: { asks: { kind: 'choice' } },
      on: {
        yes: {
          target: 'practice',
          actions: { type: 'note', params: { 'gp-permission': 'granted' } },
        },
        no: 'reason',
        'not-sure': 'explained',
        'no-gp': {
          target: 'no-gp',
          actions: { type: 'note', params: { 'gp-permission': 'no-gp' } },
        },
      },
    },
    explained: {
      meta: { asks: { kind: 'choice' } },
      on: {
        yes: {
          target: 'practice',
          actions: { type: 'note', params: { 'gp-permission': 'granted' } },
        },
        no: 'reason-once-explained',
      },
    },
    practice: {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'granted',
          actions: { type: 'keep', params: { fact: 'gp-practice' } },
        },
        'do-not-remember': 'granted',
      },
    },
    reason: {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'encouraged',
          actions: { type: 'keep', params: { fact: 'gp-refusal-reason' } },
        },
        'rather-not-say': 'encouraged',
      },
    },
    encouraged: {
      meta: { asks: { kind: 'choice' } },
      on: {
        yes: {
          target: 'practice',
          actions: { type: 'note', params: { 'gp-permission': 'granted' } },
        },
        'still-no': 'refused',
      },
    },
    // The explanation was the encouragement: a second one would be pressure.
    'reason-once-explained': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'refused',
          actions: { type: 'keep', params: { fact: 'gp-refusal-reason' } },
        },
        'rather-not-say': 'refused',
      },
    },
    granted: { type: 'final' },
    refused: {
      type: 'final',
      entry: {
        type: 'note',
        params: { 'gp-permission': 'refused', 'gp-refusal-explored': true },
      },
    },
    'no-gp': { type: 'final' },
  },
})
