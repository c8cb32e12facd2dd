import { setup } from 'xstate'
import type { FactValue } from '../../contract.ts'
import { pathway } from '../../pathway.ts'

// Told after every treatment: that it was read once says nothing about the next time.
const choice = { asks: { kind: 'choice', fresh: true } } as const

const told = (after: FactValue<'gp-informed-after'>) =>
  ({
    target: 'told',
    actions: {
      type: 'note',
      params: { 'self-care-told': true, 'gp-informed-after': after },
    },
  }) as const

/**
 * What to do at home, whom to ring, whether to come back; and then whether the GP may be
 * told, which is a choice of its own whatever was said before the treatment.
 */
export const aftercareMachine = setup({ ...pathway }).createMachine({
  id: 'aftercare@1',
  context: ({ input }) => ({ ...input }),
  initial: 'at-home',
  states: {
    'at-home': { meta: choice, on: { 'i-have-read-this': 'whom-to-ring' } },
    'whom-to-ring': { meta: choice, on: { 'i-have-read-this': 'coming-back' } },
    'coming-back': {
      meta: choice,
      on: {
        'i-know': {
          target: 'tell-gp',
          actions: { type: 'note', params: { 'return-visit-known': 'known' } },
        },
        'i-do-not-know': {
          target: 'ask-about-coming-back',
          actions: { type: 'note', params: { 'return-visit-known': 'not-known' } },
        },
      },
    },
    'ask-about-coming-back': { meta: choice, on: { 'go-on': 'tell-gp' } },
    'tell-gp': {
      meta: choice,
      on: {
        yes: told('yes'),
        no: told('no'),
        'not-sure': 'tell-gp-explained',
        'no-gp': told('no'),
      },
    },
    'tell-gp-explained': { meta: choice, on: { yes: told('yes'), no: told('no') } },
    told: { type: 'final' },
  },
})
