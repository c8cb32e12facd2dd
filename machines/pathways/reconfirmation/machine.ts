import { assign, setup } from 'xstate'
import { pathway } from '../../pathway.ts'
import { dayOf } from '../../time.ts'
import { askedByAnother, onTheDay, performerTookConsent } from './guards.ts'

// Asked on the day or not at all: no earlier yes is ever given again.
const choice = { asks: { kind: 'choice', fresh: true } } as const
const text = { asks: { kind: 'text', fresh: true } } as const

/** Each yes is checked by itself, as midnight and shifts come between. A no needs no check. */
const heardToday = <const action>(target: string, ...actions: readonly action[]) =>
  [
    { guard: 'asked-by-another', target: 'not-yours' },
    { guard: 'on-the-day', target, actions },
    { target: 'not-today' },
  ] as const

const reconfirmed = heardToday('reconfirmed', 'confirm')

/**
 * On the day, the performer asks the patient once more. A performer who did not take the
 * consent asks three things: the right treatment, agreed to, and still wanted.
 */
export const reconfirmationMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    confirm: assign(({ event }) => ({
      'reconfirmed-on': { day: dayOf(event.at), by: event.by.id },
    })),
  },
  guards: {
    'asked-by-another': askedByAnother,
    'on-the-day': onTheDay,
    'performer-took-consent': performerTookConsent,
  },
}).createMachine({
  id: 'reconfirmation@1',
  context: ({ input }) => ({ ...input }),
  initial: 'changed',
  states: {
    changed: {
      meta: choice,
      on: {
        'nothing-changed': heardToday('who-took-consent'),
        'something-changed': 'what-changed',
      },
    },
    'what-changed': {
      meta: text,
      on: {
        answered: {
          target: 'change-waits',
          actions: { type: 'keep', params: { fact: 'change-on-the-day' } },
        },
      },
    },
    'change-waits': {
      meta: choice,
      on: { 'ask-again': 'changed', 'not-today': 'something-changed' },
    },
    'who-took-consent': {
      always: [
        { guard: 'performer-took-consent', target: 'wishes-today' },
        { target: 'right-treatment' },
      ],
    },
    'wishes-today': {
      meta: choice,
      on: { yes: reconfirmed, no: 'not-today-thank-you' },
    },
    'right-treatment': {
      meta: choice,
      on: { yes: heardToday('agreed-to-it'), no: 'not-confirmed' },
    },
    'agreed-to-it': {
      meta: choice,
      on: { yes: heardToday('wants-to-go-on'), no: 'not-confirmed' },
    },
    'wants-to-go-on': {
      meta: choice,
      on: { yes: reconfirmed, no: 'not-confirmed' },
    },
    'not-yours': { meta: choice, on: { 'begin-again': 'changed' } },
    'not-today': { meta: choice, on: { 'look-again': 'changed' } },
    reconfirmed: { type: 'final' },
    'something-changed': { type: 'final' },
    'not-today-thank-you': { type: 'final' },
    'not-confirmed': { type: 'final' },
  },
})
