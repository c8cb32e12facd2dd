import { assign, setup } from 'xstate'
import type { FactName } from '../../facts.ts'
import { pathway } from '../../pathway.ts'
import { cosrtMember, hcpcRegistrant, jccpRegistrant, showsContactDetails } from './guards.ts'

// Of these words and no others: nothing is carried over from an earlier draft.
const choice = { asks: { kind: 'choice', fresh: true } } as const
const text = { asks: { kind: 'text', fresh: true } } as const

const kept = (target: string, fact: FactName) =>
  ({ target, actions: { type: 'keep', params: { fact } } }) as const

/** A doubt holds the post back like a fault does; where there is no way round, a fault stops it. */
const check = (next: string, fails = 'held') =>
  ({ meta: choice, on: { passes: next, fails, unsure: 'held' } }) as const

/** Told, with somebody to talk to. No way leads from here to a post that may go out. */
const stop = { meta: choice, on: { 'i-will-not-post-it': 'blocked' } } as const

/**
 * Whether a post may go out, before it does. Who can see it and whose account it is are asked,
 * for the record, and remembered nowhere: so neither can change what else is asked.
 */
export const socialMediaPostMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    // What was attested of one draft says nothing about the next.
    beginAnew: assign({ 'post-materials': undefined, 'post-right-shown': undefined } as object),
  },
  guards: {
    'jccp-registrant': jccpRegistrant,
    'hcpc-registrant': hcpcRegistrant,
    'cosrt-member': cosrtMember,
    'shows-contact-details': showsContactDetails,
  },
}).createMachine({
  id: 'social-media-post@1',
  context: ({ input }) => ({ ...input }),
  initial: 'anyone-may-read',
  states: {
    'anyone-may-read': { meta: choice, on: { understood: 'where', 'leave-it': 'not-posted' } },
    where: { meta: text, on: { answered: kept('account', 'post-where') } },
    account: {
      meta: choice,
      on: { professional: 'audience', personal: 'audience', 'of-the-clinic': 'audience' },
    },
    audience: {
      meta: choice,
      on: { anyone: 'draft', 'closed-group': 'draft', 'few-people': 'draft', colleagues: 'draft' },
    },
    draft: {
      entry: 'beginAnew',
      meta: text,
      on: {
        answered: [
          { guard: 'shows-contact-details', target: 'take-it-out' },
          kept('patients', 'post-draft'),
        ],
      },
    },
    'take-it-out': { meta: choice, on: { rewrite: 'draft', 'leave-it': 'not-posted' } },

    patients: check('confidential', 'of-a-patient'),
    'of-a-patient': {
      always: [
        { guard: 'jccp-registrant', target: 'stop-patient-whatever-agreed' },
        { target: 'stop-patient' },
      ],
    },
    confidential: check('medicine', 'take-it-out'),
    medicine: check('conduct', 'stop-medicine'),
    conduct: check('respect', 'stop-conduct'),
    respect: check('vulnerable'),
    vulnerable: check('truth'),
    truth: check('in-reply'),
    'in-reply': {
      meta: choice,
      on: { 'not-a-reply': 'materials', 'a-reply': 'read-again', unsure: 'held' },
    },
    'read-again': check('materials'),

    materials: {
      meta: text,
      on: { 'words-alone': 'named-author', answered: kept('rights', 'post-materials') },
    },
    rights: {
      meta: choice,
      on: {
        'all-my-own': 'named-author',
        licensed: 'right-shown',
        'credited-and-approved': 'right-shown',
        'credited-only': 'stop-rights',
        none: 'stop-rights',
        unsure: 'stop-rights',
      },
    },
    'right-shown': { meta: text, on: { answered: kept('named-author', 'post-right-shown') } },

    'named-author': check('often'),
    often: check('promotion'),
    promotion: {
      meta: choice,
      on: { 'not-promotion': 'own-register', 'a-promotion': 'claims', unsure: 'held' },
    },
    claims: check('pressure'),
    pressure: check('own-register'),

    'own-register': {
      always: [{ guard: 'hcpc-registrant', target: 'policy' }, { target: 'own-membership' }],
    },
    policy: check('to-a-patient'),
    'to-a-patient': {
      meta: choice,
      on: {
        'to-nobody': 'out-of-context',
        agreed: 'out-of-context',
        'not-agreed': 'held',
        'asked-to-connect': 'decline-to-connect',
        unsure: 'held',
      },
    },
    'decline-to-connect': stop,
    'out-of-context': check('live'),
    live: check('own-membership', 'stop-patient'),

    'own-membership': {
      always: [{ guard: 'cosrt-member', target: 'titles' }, { target: 'confidence' }],
    },
    titles: check('testimonials', 'stop-titles'),
    testimonials: check('confidence'),

    confidence: check('for-good'),
    'for-good': { meta: choice, on: { understood: 'ready', 'leave-it': 'not-posted' } },
    ready: {
      meta: choice,
      on: {
        'i-answer-for-it': {
          target: 'may-go-out',
          actions: { type: 'note', params: { 'post-checked': true } },
        },
        'leave-it': 'not-posted',
      },
    },

    // No way on but with the words again, and with everything asked again of them.
    held: {
      meta: choice,
      on: { rewrite: 'draft', 'ask-somebody': 'advice', 'leave-it': 'not-posted' },
    },
    advice: { meta: text, on: { answered: kept('draft', 'post-advice') } },

    'stop-patient-whatever-agreed': stop,
    'stop-patient': stop,
    'stop-medicine': stop,
    'stop-conduct': stop,
    'stop-rights': stop,
    'stop-titles': stop,

    'may-go-out': { type: 'final' },
    'not-posted': { type: 'final' },
    blocked: { type: 'final' },
  },
})
