import { assign, setup } from 'xstate'
import type { FactValue } from '../../contract.ts'
import { pathway } from '../../pathway.ts'

const choice = { asks: { kind: 'choice', fresh: true } } as const

/**
 * The patient's half of consent, opened in the room: what is agreed to, what a signature
 * means, and the signature. By itself it consents to nothing: the performer takes consent.
 */
export const consentSignatureMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    sign: assign(({ event }) => ({
      signature: {
        name: (event.value as Pick<FactValue<'signature'>, 'name'>).name,
        at: event.at,
        meaning: 'consent' as const,
      },
    })),
  },
}).createMachine({
  id: 'consent-signature@1',
  context: ({ input }) => ({ ...input }),
  initial: 'statement',
  states: {
    statement: {
      meta: choice,
      on: {
        'i-agree-with-this': 'meaning',
        'i-have-a-question': 'has-a-question',
        'not-today': 'not-today',
      },
    },
    meaning: {
      meta: choice,
      on: { 'go-on': 'signature', 'not-today': 'not-today' },
    },
    signature: {
      meta: { asks: { kind: 'signature', fresh: true } },
      on: {
        answered: { target: 'signed', actions: 'sign' },
        'not-today': 'not-today',
      },
    },
    signed: { type: 'final' },
    'has-a-question': { type: 'final' },
    'not-today': { type: 'final' },
  },
})
