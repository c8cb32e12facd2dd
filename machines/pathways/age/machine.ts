import { assign, setup } from 'xstate'
import { pathway } from '../../pathway.ts'
import { aged16Or17, gaveBirthDateAtDoor, impossibleBirthDate, under16 } from './guards.ts'

/**
 * How old somebody says they are, asked before a name or a treatment. It is a filter
 * only: a person looks at a document before anything is done.
 */
export const ageMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    takeFromDoor: assign(({ context: { 'birth-date-at-door': birth } }) =>
      birth === undefined ? {} : { 'date-of-birth': birth },
    ),
  },
  guards: {
    'impossible-birth-date': impossibleBirthDate,
    'under-16': under16,
    'aged-16-or-17': aged16Or17,
    'gave-birth-date-at-door': gaveBirthDateAtDoor,
  },
}).createMachine({
  id: 'age@1',
  context: ({ input }) => ({ ...input }),
  initial: 'arriving',
  states: {
    arriving: {
      always: [
        { guard: 'gave-birth-date-at-door', target: 'right-date', actions: 'takeFromDoor' },
        { target: 'date-of-birth' },
      ],
    },
    'date-of-birth': {
      meta: { asks: { kind: 'date' } },
      on: {
        answered: [
          { guard: 'impossible-birth-date', target: 'another-date' },
          { target: 'right-date', actions: { type: 'keep', params: { fact: 'date-of-birth' } } },
        ],
      },
    },
    'another-date': {
      meta: { asks: { kind: 'date' } },
      on: {
        answered: [
          { guard: 'impossible-birth-date', target: 'another-date', reenter: true },
          { target: 'right-date', actions: { type: 'keep', params: { fact: 'date-of-birth' } } },
        ],
      },
    },
    'right-date': {
      meta: { asks: { kind: 'choice' } },
      on: {
        right: [
          { guard: 'impossible-birth-date', target: 'another-date' },
          { guard: 'under-16', target: 'under-16' },
          { guard: 'aged-16-or-17', target: 'what-brought-you' },
          { target: 'adult' },
        ],
        'not-right': 'date-of-birth',
      },
    },
    'what-brought-you': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'young-person',
          actions: { type: 'keep', params: { fact: 'what-brought-a-young-person' } },
        },
        'rather-not-say': 'young-person',
      },
    },
    adult: { type: 'final' },
    'young-person': { type: 'final' },
    'under-16': { type: 'final' },
  },
})
