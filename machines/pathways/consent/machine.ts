import { assign, setup } from 'xstate'
import { declineReason, pathway } from '../../pathway.ts'
import { consentSoughtByTreatingPractitioner, signatureLapsed, signatureSeen } from './guards.ts'

const choice = { asks: { kind: 'choice', fresh: true } } as const

/**
 * The performer's half of consent: with the patient, who they are, alone, and then consent
 * itself. Each is said by whoever will treat, or by the supervisor on record; nobody else's
 * word counts, and nothing is carried over from an earlier asking.
 */
export const consentMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    take: assign(({ event }) => ({
      'consent-taken-by': event.by.id,
      'consent-taken-at': event.at,
    })),
  },
  guards: {
    'consent-sought-by-treating-practitioner': consentSoughtByTreatingPractitioner,
    'signature-seen': signatureSeen,
    'signature-lapsed': signatureLapsed,
  },
}).createMachine({
  id: 'consent@1',
  context: ({ input }) => ({ ...input }),
  initial: 'with-me',
  states: {
    'with-me': {
      meta: choice,
      on: {
        yes: [
          { guard: 'consent-sought-by-treating-practitioner', target: 'identity' },
          { target: 'not-yours' },
        ],
        'not-now': 'not-with-me',
      },
    },
    'not-with-me': {
      meta: choice,
      on: { 'with-me-now': 'with-me', 'not-today': 'postponed' },
    },
    identity: {
      meta: choice,
      on: {
        checked: [
          {
            guard: 'consent-sought-by-treating-practitioner',
            target: 'alone',
            actions: { type: 'note', params: { 'identity-checked': true } },
          },
          { target: 'not-yours' },
        ],
        'not-checked': 'identity-not-checked',
      },
    },
    'identity-not-checked': {
      meta: choice,
      on: { 'can-check-now': 'identity', 'not-today': 'postponed' },
    },
    alone: {
      meta: choice,
      on: {
        yes: [
          {
            guard: 'consent-sought-by-treating-practitioner',
            target: 'signature-check',
            actions: { type: 'note', params: { 'seen-alone': true } },
          },
          { target: 'not-yours' },
        ],
        'not-possible': 'postponed',
      },
    },
    'signature-check': {
      always: [{ guard: 'signature-seen', target: 'take-consent' }, { target: 'signature-void' }],
    },
    'signature-void': {
      meta: choice,
      on: { 'sign-again': 'signature-expired' },
    },
    'take-consent': {
      meta: choice,
      on: {
        'take-consent': [
          { guard: 'signature-lapsed', target: 'signature-void' },
          {
            guard: 'consent-sought-by-treating-practitioner',
            target: 'consented',
            actions: 'take',
          },
          { target: 'not-yours' },
        ],
        'not-today': 'postponed',
        decline: 'decline-reason',
      },
    },
    'not-yours': {
      meta: choice,
      on: { 'begin-again': 'with-me', 'not-today': 'postponed' },
    },
    'decline-reason': declineReason,
    consented: { type: 'final' },
    postponed: { type: 'final' },
    'signature-expired': { type: 'final' },
    declined: { type: 'final' },
  },
})
