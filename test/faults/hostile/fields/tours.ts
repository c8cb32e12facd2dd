import {
  answer,
  choose,
  type Replies,
  type Reply,
} from '../../../../adapters/programs/demo/autopilot.ts'
import { PATIENT, PRACTITIONER } from '../../../../adapters/programs/demo/replies.ts'

/** One way through the journey: what is chosen on it; whatever takes words gets words. */
export interface Tour {
  readonly name: string
  /** Years ago. */
  readonly age?: number
  /** Instead of the usual; of several, each time the next, and the last from then on. */
  readonly replies?: Readonly<Record<string, Reply | readonly Reply[]>>
  /** The pathway that ends it is answered when nothing else is left. */
  readonly last?: string
  /** No further than that a treatment is planned, and what is asked then. */
  readonly until?: 'prepared'
  /** A tree that staff go through alone. */
  readonly alone?: 'social-media-post'
}

const each = (pathway: string, choices: Readonly<Record<string, string>>): Replies =>
  Object.fromEntries(
    Object.entries(choices).map(([state, one]) => [`${pathway}/${state}`, choose(one)]),
  )

const CANNOT = { presumption: 'doubt', understand: 'cannot', retain: 'can' }
const NO_GP = { permission: 'no', encouraged: 'still-no' }
const YOUNG = {
  ...each('age-check', {
    ...{ treatment: 'laser', competence: 'competent', 'physical-detriment': 'none' },
    ...{ 'psychological-detriment': 'none', 'emotional-detriment': 'none' },
    ...{ parents: 'will-be-involved', reflection: 'kept-whole', 'own-yes': 'yes' },
  }),
}
const DOUBT = each('capacity', {
  ...{ presumption: 'doubt', understand: 'can', retain: 'can' },
  ...{ 'use-or-weigh': 'can', communicate: 'can' },
})

export const USUAL: Replies = {
  ...PATIENT,
  ...PRACTITIONER,
  ...DOUBT,
  'welcome/help-needed': answer(['large-text']),
  'gp-contact/permission': choose('yes'),
  'gp-weighing/need': choose('needed'),
  'gp-weighing/waiting-for-gp': choose('positive'),
  'pre-consultation/reason': choose('changed'),
  'pre-consultation/hope': choose('changed'),
  'capacity/support': answer(['plain-words']),
  'psychological/concern': choose('concern'),
  'psychological/waiting-for-assessment': choose('came-back'),
  'psychological/assessment': choose('supports-going-on'),
  'psychological/not-outside': choose('back-to-waiting'),
  'psychological/outside': choose('an-outside-person'),
  'suitability/benefit': choose('in-doubt'),
  'suitability/benefit-after-talking': choose('overall-benefit'),
  'suitability/second-opinion': choose('wanted'),
  'suitability/waiting-for-second-opinion': choose('second-opinion-heard'),
  'suitability/after-second-opinion': choose('in-best-interest'),
  'suitability/alternatives-offered': choose('offered-both'),
  'teach-back/explained': choose('go-on'),
  ...each('concern-response', {
    ...{ review: 'act', 'talk-alone': 'talked-alone', 'capacity-to-choose': 'own-choice' },
  }),
  'concern-response/steps': answer(['information-given']),
  'reconfirmation/change-waits': choose('ask-again'),
  ...each('feedback', {
    ...{ 'may-we-ask': 'yes', satisfied: 'satisfied', listened: 'yes' },
    ...{ 'as-explained': 'yes', 'in-yourself': 'better' },
  }),
  ...each('social-media-post', {
    ...{ 'anyone-may-read': 'understood', account: 'professional', audience: 'anyone' },
    ...{ patients: 'passes', confidential: 'passes', medicine: 'passes', conduct: 'passes' },
    ...{ respect: 'passes', vulnerable: 'passes', truth: 'passes', 'in-reply': 'not-a-reply' },
    ...{ rights: 'licensed', 'named-author': 'fails', 'take-it-out': 'rewrite' },
  }),
}

/** Together they come to every question that takes words. */
export const TOURS: readonly Tour[] = [
  {
    name: 'all of it',
    replies: {
      'understanding-check/judge': [choose('explain-again'), choose('understood')],
      'reconfirmation/changed': [choose('something-changed'), choose('nothing-changed')],
    },
  },
  {
    name: 'a GP refused',
    replies: {
      ...each('gp-contact', NO_GP),
      ...each('gp-weighing', { decide: 'decline' }),
      ...each('psychological', { concern: 'none' }),
      ...each('concern-response', { review: 'nothing-to-do' }),
    },
    last: 'gp-weighing',
  },
  {
    name: 'a GP refused once explained',
    replies: {
      'gp-contact/permission': choose('not-sure'),
      'gp-contact/explained': choose('no'),
      ...each('psychological', { 'waiting-for-assessment': 'decline' }),
    },
    last: 'psychological',
  },
  {
    name: 'no benefit',
    replies: {
      'gp-weighing/waiting-for-gp': choose('negative'),
      'gp-weighing/decide': choose('go-on'),
      'suitability/benefit': choose('no-overall-benefit'),
    },
    last: 'suitability',
  },
  { name: 'no capacity', replies: each('capacity', CANNOT), last: 'capacity' },
  {
    name: 'not their own wish',
    replies: each('voluntariness-finding', { 'said-own-wish': 'decline' }),
    last: 'voluntariness-finding',
  },
  {
    name: 'not understood',
    replies: each('understanding-check', { judge: 'decline' }),
    last: 'understanding-check',
  },
  {
    name: 'no consent',
    replies: each('consent', { 'take-consent': 'decline' }),
    last: 'consent',
  },
  { name: 'seventeen', age: 17, replies: YOUNG },
  {
    name: 'seventeen, and not competent',
    age: 17,
    replies: { ...YOUNG, 'age-check/competence': choose('not-competent') },
    last: 'age-check',
  },
  {
    name: 'a post',
    replies: { 'social-media-post/held': [choose('ask-somebody'), choose('leave-it')] },
    alone: 'social-media-post',
  },
]
