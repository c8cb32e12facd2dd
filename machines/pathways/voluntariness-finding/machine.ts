import { setup } from 'xstate'
import { declineReason, pathway } from '../../pathway.ts'

const choice = { asks: { kind: 'choice', fresh: true } } as const

/**
 * The practitioner hears from the patient, on their own and in person, whose wish it is.
 * Only that is ever affirmed: no worry is not the same as having heard it.
 */
export const voluntarinessFindingMachine = setup({ ...pathway }).createMachine({
  id: 'voluntariness-finding@1',
  context: ({ input }) => ({ ...input }),
  initial: 'alone-now',
  states: {
    'alone-now': {
      meta: choice,
      on: { yes: 'said-own-wish', 'not-possible': 'postponed' },
    },
    'said-own-wish': {
      meta: choice,
      on: {
        yes: {
          target: 'affirmed',
          actions: { type: 'note', params: { 'voluntary-affirmed': true } },
        },
        'not-said': 'not-yet',
        decline: 'decline-reason',
      },
    },
    'decline-reason': declineReason,
    affirmed: { type: 'final' },
    postponed: { type: 'final' },
    'not-yet': { type: 'final' },
    declined: { type: 'final' },
  },
})
