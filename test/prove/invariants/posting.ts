import type { MAY, NEVER_AFTER, THROUGH } from './shapes.ts'
import type { Answered, OfPathway } from './step.ts'

const pathway = 'social-media-post@1'
const own = { id: 'I47', pathway } as const

/** Asked of everybody, whatever their register. */
const ALL = [
  ...['patients', 'confidential', 'medicine', 'conduct', 'respect', 'vulnerable', 'truth'],
  ...['named-author', 'often', 'confidence'],
]
const BY_REGISTER = ['policy', 'out-of-context', 'live', 'titles', 'testimonials']
const CHECKS = [...ALL, 'read-again', 'claims', 'pressure', ...BY_REGISTER]
const STOPS = [
  ...['stop-patient-whatever-agreed', 'stop-patient', 'stop-medicine', 'stop-conduct'],
  ...['stop-rights', 'stop-titles', 'decline-to-connect'],
]
const DOUBTS = [...CHECKS, 'in-reply', 'rights', 'promotion', 'to-a-patient']

/** Where a fault stops the post for good; elsewhere it can be put right. */
const STOPPED: Readonly<Record<string, readonly string[]>> = {
  patients: ['stop-patient-whatever-agreed', 'stop-patient'],
  medicine: ['stop-medicine'],
  conduct: ['stop-conduct'],
  live: ['stop-patient'],
  titles: ['stop-titles'],
  confidential: ['take-it-out'],
}

const REACHES = /@|\d{4}/

export const OF_POSTING: readonly OfPathway[] = [
  {
    ...own,
    says: 'an answer that is unsure holds the post back or stops it, wherever it is given',
    when: ({ event }) => event.type === 'unsure',
    then: ({ to }) => to === 'held' || to === 'stop-rights',
  },
  {
    ...own,
    says: 'what was held back is asked about again from its words on, or is not posted',
    when: ({ from }) => ['held', 'advice', 'take-it-out'].includes(from),
    then: ({ to }) => ['draft', 'advice', 'not-posted'].includes(to),
  },
  {
    ...own,
    says: 'a fault that nobody may pass over stops the post, and any other holds it',
    when: ({ event }) => event.type === 'fails',
    then: ({ from, to }) => (STOPPED[from] ?? ['held']).includes(to),
  },
  {
    ...own,
    says: 'who may see it, and from whose account, is remembered nowhere and changes nothing',
    when: ({ from }) => from === 'account' || from === 'audience',
    then: ({ from, to, before, after }) =>
      to === (from === 'account' ? 'audience' : 'draft') && sameFacts(before, after),
  },
  {
    ...own,
    says: 'nothing of a patient, whatever they agreed to, for somebody on the register of the JCCP',
    when: ({ from, event }) => from === 'patients' && event.type === 'fails',
    then: ({ to, before }) =>
      (to === 'stop-patient-whatever-agreed') === (before['jccp-registrant'] === true),
  },
  {
    ...own,
    says: 'who is on the register of the HCPC is asked about its guidance, and nobody else',
    when: ({ to }) => to === 'policy' || (to !== 'held' && AFTER_HCPC.includes(to)),
    then: ({ from, to, before }) =>
      FROM_HCPC.includes(from) || (to === 'policy') === (before['hcpc-registrant'] === true),
  },
  {
    ...own,
    says: 'a member of COSRT is asked about its rules, and nobody else',
    when: ({ to, from }) => to === 'titles' || (to === 'confidence' && from !== 'testimonials'),
    then: ({ to, before }) => (to === 'titles') === (before['cosrt-member'] === true),
  },
  {
    ...own,
    says: 'words with a way to reach somebody in them are not taken',
    when: ({ from, to }) => from === 'draft' && to !== '',
    then: ({ to, event }) => (to === 'take-it-out') === REACHES.test(String(event.value)),
  },
  {
    ...own,
    says: 'what was attested of one draft is gone with the next',
    when: ({ to }) => to === 'draft',
    then: ({ after }) =>
      after['post-materials'] === undefined && after['post-right-shown'] === undefined,
  },
  {
    ...own,
    says: 'a post may go out only when its author answers for it',
    when: ({ after, before }) => after['post-checked'] !== before['post-checked'],
    then: ({ from, event }) => from === 'ready' && event.type === 'i-answer-for-it',
  },
]

/** What follows the part on the HCPC: who is not on it comes there from the question before. */
const AFTER_HCPC = ['titles', 'confidence']
const FROM_HCPC = ['live', 'testimonials']

const sameFacts = (one: Answered['before'], other: Answered['after']): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

export const POSTING_THROUGH: typeof THROUGH = [
  {
    ...{ ...own, end: 'may-go-out' },
    states: ['anyone-may-read', 'draft', ...ALL, 'in-reply', 'materials', 'for-good', 'ready'],
  },
]

export const POSTING_NEVER: typeof NEVER_AFTER = STOPS.map((after) => ({
  ...{ ...own, after, end: 'may-go-out' },
}))

/** What can be told of a post besides whether it passes. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  account: ['professional', 'personal', 'of-the-clinic'],
  audience: ['anyone', 'closed-group', 'few-people', 'colleagues'],
  'in-reply': ['a-reply', 'not-a-reply'],
  materials: ['words-alone', 'answered'],
  rights: ['all-my-own', 'licensed', 'credited-and-approved', 'credited-only', 'none'],
  promotion: ['a-promotion', 'not-promotion'],
  'to-a-patient': ['to-nobody', 'agreed', 'not-agreed', 'asked-to-connect'],
}

export const POSTING_MAY: typeof MAY = [
  ...Object.entries(CHOICES).flatMap(([state, events]) =>
    events.map((event) => ({ ...own, event, states: [state] })),
  ),
  { ...own, event: 'passes', states: CHECKS },
  { ...own, event: 'unsure', states: DOUBTS },
  { ...own, event: 'fails', states: CHECKS },
  {
    ...own,
    event: 'leave-it',
    states: ['anyone-may-read', 'take-it-out', 'for-good', 'ready', 'held'],
  },
  { ...own, event: 'rewrite', states: ['take-it-out', 'held'] },
  { ...own, event: 'ask-somebody', states: ['held'] },
  // Nobody has to answer a survey, nor any question of it.
  { id: 'D7', pathway: 'feedback@1', event: 'no-thank-you', states: ['may-we-ask'] },
  {
    ...{ id: 'D7', pathway: 'feedback@1', event: 'rather-not-say' },
    states: ['satisfied', 'listened', 'as-explained', 'in-yourself'],
  },
  { id: 'D7', pathway: 'feedback@1', event: 'nothing-to-add', states: ['in-own-words'] },
]
