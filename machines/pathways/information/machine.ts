import { assign, setup } from 'xstate'
import type { FactValue } from '../../contract.ts'
import { pathway } from '../../pathway.ts'

// Another treatment is named in other words, and so is told anew: see the words of each step.
const choice = { asks: { kind: 'choice' } } as const
// Somebody who would rather not hear, and then talked with a person, is asked, not told.
const anew = { asks: { kind: 'choice', anew: true } } as const
const text = { asks: { kind: 'text' } } as const

const way = (chosen: FactValue<'pack-way'>) =>
  ({ target: 'pack', actions: { type: 'note', params: { 'pack-way': chosen } } }) as const

/** One thing to read, then the next. Whoever wants more of it can have more of it. */
function step<name extends string, next extends string>(name: name, next: next) {
  return {
    [name]: { meta: choice, on: { 'go-on': next, 'say-more': `${name}-more` } },
    [`${name}-more`]: { meta: choice, on: { 'go-on': next } },
  }
}

/**
 * What the treatment may do, what else there is, and all of it in writing. Serious risks are
 * on the way of everybody who reaches the end; not wanting to hear them leads to a person.
 */
export const informationMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    /** From this moment the patient has it in writing, and the time to think begins. */
    deliver: assign(({ event }) => ({ 'pack-delivered-at': event.at })),
  },
}).createMachine({
  id: 'information@1',
  context: ({ input }) => ({ ...input }),
  initial: 'want-to-know',
  states: {
    'want-to-know': {
      meta: anew,
      on: {
        'tell-me-everything': 'about',
        'rather-not-hear-risks': 'risks-not-wanted',
      },
    },
    'risks-not-wanted': {
      meta: anew,
      on: { 'tell-me-everything': 'about', 'talk-to-a-person': 'to-a-person' },
    },
    ...step('about', 'side-effects'),
    ...step('side-effects', 'complications'),
    ...step('complications', 'serious'),
    ...step('serious', 'failure'),
    ...step('failure', 'doing-nothing'),
    ...step('doing-nothing', 'options'),
    ...step('options', 'emotional-impact'),
    ...step('emotional-impact', 'worries'),
    worries: {
      meta: text,
      on: {
        answered: {
          target: 'pack-way',
          actions: { type: 'keep', params: { fact: 'patient-worries' } },
        },
        'no-worries': 'pack-way',
      },
    },
    'pack-way': {
      meta: choice,
      on: {
        'on-paper-at-the-clinic': way('on-paper-at-the-clinic'),
        'read-here-only': way('read-here-only'),
        'by-email': way('by-email'),
      },
    },
    pack: {
      meta: { asks: { kind: 'choice', fresh: true } },
      on: {
        'have-it': { target: 'informed', actions: 'deliver' },
        'another-way': 'pack-way',
      },
    },
    informed: {
      type: 'final',
      entry: {
        type: 'note',
        params: { 'risks-shown': true, 'options-shown': true, 'emotional-impact-discussed': true },
      },
    },
    'to-a-person': {
      type: 'final',
      entry: { type: 'note', params: { 'risks-declined': true } },
    },
  },
})
