import { setup } from 'xstate'
import { pathway } from '../../pathway.ts'
import { explainedAgain } from './guards.ts'

// Said anew each time: yesterday's words prove nothing about what is understood today.
const text = { asks: { kind: 'text', fresh: true } } as const

/**
 * The patient says in their own words what they would agree to. Nothing is marked, nothing
 * counts the rounds: a practitioner reads it. Whoever would rather be told again is.
 */
export const teachBackMachine = setup({
  ...pathway,
  guards: { 'explained-again': explainedAgain },
}).createMachine({
  id: 'teach-back@1',
  context: ({ input }) => ({ ...input }),
  initial: 'begin',
  states: {
    begin: {
      always: [{ guard: 'explained-again', target: 'explained' }, { target: 'what-will-be-done' }],
    },
    explained: {
      meta: { asks: { kind: 'choice', fresh: true } },
      on: { 'go-on': 'what-will-be-done', 'tell-me-again': 'wants-explaining' },
    },
    'what-will-be-done': {
      meta: text,
      on: {
        answered: {
          target: 'what-could-go-wrong',
          actions: { type: 'keep', params: { fact: 'teach-back-treatment' } },
        },
        'tell-me-again': 'wants-explaining',
      },
    },
    'what-could-go-wrong': {
      meta: text,
      on: {
        answered: {
          target: 'what-else',
          actions: { type: 'keep', params: { fact: 'teach-back-risks' } },
        },
        'tell-me-again': 'wants-explaining',
      },
    },
    'what-else': {
      meta: text,
      on: {
        answered: {
          target: 'said-back',
          actions: [
            { type: 'keep', params: { fact: 'teach-back-choices' } },
            { type: 'note', params: { 'said-back': true } },
          ],
        },
        'tell-me-again': 'wants-explaining',
      },
    },
    'said-back': { type: 'final' },
    'wants-explaining': {
      type: 'final',
      entry: { type: 'note', params: { 'explaining-wanted': true } },
    },
  },
})
