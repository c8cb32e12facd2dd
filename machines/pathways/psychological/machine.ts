import { assign, setup } from 'xstate'
import { declineReason, pathway } from '../../pathway.ts'
import { assessedBySomebodyElse } from './guards.ts'

const fresh = { asks: { kind: 'choice', fresh: true } } as const
const freshText = { asks: { kind: 'text', fresh: true } } as const

/**
 * How the patient is, talked about in person, and whether going on could harm them. Nothing is
 * counted. A concern is lifted by somebody outside or not at all: not by whoever raised it, a
 * colleague or time.
 */
export const psychologicalMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    keepAssessment: assign(({ context: { 'outside-assessor': by }, event }) =>
      by === undefined ? {} : { 'outside-assessment': { by, words: String(event.value) } },
    ),
  },
  guards: { 'assessed-by-somebody-else': assessedBySomebodyElse },
}).createMachine({
  id: 'psychological@1',
  context: ({ input }) => ({ ...input }),
  initial: 'conversation',
  states: {
    conversation: { meta: fresh, on: { talked: 'concern' } },
    // Not fresh, and its words name no fact: a concern that was raised is still raised when the
    // patient changes what they said and this begins again. That there is none is found anew.
    concern: {
      meta: { asks: { kind: 'choice' } },
      on: {
        none: 'no-concern-reason',
        concern: 'concern-words',
        'not-sure-yet': 'concern-words',
      },
    },
    'no-concern-reason': {
      meta: freshText,
      on: {
        answered: {
          target: 'no-concern',
          actions: [
            { type: 'keep', params: { fact: 'wellbeing-reason' } },
            { type: 'note', params: { 'wellbeing-considered': true } },
          ],
        },
        'there-is-a-concern': 'concern-words',
      },
    },
    'concern-words': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'waiting-for-assessment',
          actions: { type: 'keep', params: { fact: 'wellbeing-concern' } },
        },
      },
    },
    'waiting-for-assessment': {
      meta: fresh,
      on: {
        'came-back': 'assessor',
        // Time never resolves it.
        'not-yet': { target: 'waiting-for-assessment', reenter: true },
        decline: 'decline-reason',
      },
    },
    assessor: {
      meta: freshText,
      on: {
        answered: {
          target: 'assessment',
          actions: { type: 'keep', params: { fact: 'outside-assessor' } },
        },
      },
    },
    assessment: {
      meta: fresh,
      on: {
        'supports-going-on': [
          { guard: 'assessed-by-somebody-else', target: 'outside' },
          { target: 'not-outside' },
        ],
        'does-not-support': 'decline-reason',
      },
    },
    outside: {
      meta: fresh,
      on: { 'an-outside-person': 'assessment-words', 'somebody-here': 'not-outside' },
    },
    'not-outside': {
      meta: fresh,
      on: { 'back-to-waiting': 'waiting-for-assessment', decline: 'decline-reason' },
    },
    'assessment-words': {
      meta: freshText,
      on: {
        answered: {
          target: 'assessed',
          actions: ['keepAssessment', { type: 'note', params: { 'wellbeing-considered': true } }],
        },
      },
    },
    'decline-reason': declineReason,
    'no-concern': { type: 'final' },
    assessed: { type: 'final' },
    declined: { type: 'final' },
  },
})
