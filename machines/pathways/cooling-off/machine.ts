import { setup } from 'xstate'
import { pathway } from '../../pathway.ts'
import { reflectionElapsed } from './guards.ts'

const choice = { asks: { kind: 'choice', fresh: true } } as const

const readyToSay = [
  { guard: 'reflection-elapsed', target: 'enough-time' },
  { target: 'too-soon' },
] as const

/**
 * Time to think. The clinic's own minimum comes first, and then the patient alone says that
 * time and information were enough. The patient may take longer; nobody may take less.
 */
export const coolingOffMachine = setup({
  ...pathway,
  guards: { 'reflection-elapsed': reflectionElapsed },
}).createMachine({
  id: 'cooling-off@1',
  context: ({ input }) => ({ ...input }),
  initial: 'thinking',
  states: {
    thinking: { meta: choice, on: { 'ready-to-say': readyToSay } },
    'too-soon': {
      meta: choice,
      on: {
        'ready-to-say': [
          { guard: 'reflection-elapsed', target: 'enough-time' },
          { target: 'too-soon', reenter: true },
        ],
      },
    },
    'thinking-more': { meta: choice, on: { 'ready-to-say': readyToSay } },
    'enough-time': {
      meta: choice,
      on: { yes: 'enough-information', 'more-time': 'thinking-more' },
    },
    'enough-information': {
      meta: choice,
      on: { yes: 'how-you-feel', 'more-information': 'more-wanted' },
    },
    'more-wanted': { meta: choice, on: { 'ready-to-say': 'enough-information' } },
    'how-you-feel': {
      meta: choice,
      on: {
        'talk-about-consent': {
          target: 'ready',
          actions: {
            type: 'note',
            params: {
              'patient-says-enough-time': true,
              'patient-says-enough-information': true,
            },
          },
        },
        'more-time': 'thinking-more',
        'decided-against': 'decided-against',
      },
    },
    ready: { type: 'final' },
    'decided-against': { type: 'final' },
  },
})
