import { assign, setup } from 'xstate'
import { pathway } from '../../pathway.ts'
import { tellsANamedPerson } from './guards.ts'

/** A way of reaching somebody, once it is known to be safe. */
const reachedBy = (way: 'phone' | 'text' | 'email' | 'post') =>
  ({
    target: 'safe-contact-details',
    actions: { type: 'note', params: { 'safe-contact': way } },
  }) as const

/**
 * Who somebody is, how they can be reached without anyone else finding out, and what
 * they would like, in their own words. Nothing offered here names a treatment.
 */
export const enquiryMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    callByFullName: assign(({ context: { 'full-name': name } }) =>
      name === undefined ? {} : { 'called-by': name },
    ),
  },
  guards: { 'tells-a-named-person': tellsANamedPerson },
}).createMachine({
  id: 'enquiry@1',
  context: ({ input }) => ({ ...input }),
  initial: 'full-name',
  states: {
    'full-name': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'called-by',
          actions: { type: 'keep', params: { fact: 'full-name' } },
        },
      },
    },
    'called-by': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'safe-contact',
          actions: { type: 'keep', params: { fact: 'called-by' } },
        },
        same: { target: 'safe-contact', actions: 'callByFullName' },
      },
    },
    'safe-contact': {
      meta: { asks: { kind: 'choice' } },
      on: {
        phone: reachedBy('phone'),
        text: reachedBy('text'),
        email: reachedBy('email'),
        post: reachedBy('post'),
        'at-the-clinic-only': {
          target: 'who-is-told',
          actions: { type: 'note', params: { 'safe-contact': 'at-the-clinic-only' } },
        },
      },
    },
    'safe-contact-details': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'who-is-told',
          actions: { type: 'keep', params: { fact: 'safe-contact-details' } },
        },
      },
    },
    'who-is-told': {
      always: [
        { guard: 'tells-a-named-person', target: 'told-to-named-person' },
        { target: 'reason' },
      ],
    },
    reason: {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'hoped-for',
          actions: { type: 'keep', params: { fact: 'reason-in-own-words' } },
        },
      },
    },
    'hoped-for': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'told',
          actions: { type: 'keep', params: { fact: 'hoped-for-outcome' } },
        },
        'not-sure-yet': 'told',
      },
    },
    told: { type: 'final' },
    'told-to-named-person': { type: 'final' },
  },
})
