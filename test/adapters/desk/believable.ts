import { readFileSync } from 'node:fs'
import type { Colleague } from '../../../adapters/desk/desk.ts'
import { named } from '../../../adapters/desk/words.ts'
import type { CaseView, QueueItem } from '../../../bot/views/desk.ts'

export const NOW = '2026-11-21T14:05:00.000Z'

export const PEOPLE: readonly Colleague[] = [
  {
    id: 'p-amira',
    name: 'Amira Haddad',
    roles: ['performer', 'practitioner'],
    title: 'Nurse, aesthetics lead',
  },
  { id: 'p-tom', name: 'Dr Tom Okafor', roles: ['supervisor', 'prescriber'], title: 'Doctor' },
  { id: 'p-jo', name: 'Jo Bright', roles: ['reception'], title: 'Front of house' },
  {
    id: 'p-lena',
    name: 'Lena Marsh',
    roles: ['safeguarding', 'auditor'],
    title: 'Practice manager',
  },
]

export const QUEUE: readonly QueueItem[] = [
  {
    consultation: 'c-4',
    who: 'Priya Nair',
    kind: 'prompt',
    birthDate: '1991-05-04',
    what: 'GP weighing: is contact with the GP needed?',
    since: '2026-11-21T13:55:00.000Z',
    urgent: false,
    role: 'performer',
    assignee: 'p-amira',
  },
  {
    consultation: 'c-7',
    who: 'Not named yet',
    kind: 'help-now',
    what: 'Pressed “I need help now” in the chat.',
    since: '2026-11-21T14:02:00.000Z',
    urgent: true,
    role: 'performer',
  },
  {
    consultation: 'c-2',
    who: 'Margaret Ellis-Whitworth',
    kind: 'question',
    what: 'Typed a question that waits for a reply.',
    since: '2026-11-20T16:40:00.000Z',
    urgent: false,
    role: 'performer',
  },
  {
    consultation: 'c-5',
    who: 'Daniel Osei',
    kind: 'date-differs',
    what: 'The date of birth given in the chat is not the one on the invitation.',
    since: '2026-11-18T09:12:00.000Z',
    urgent: false,
    role: 'performer',
    assignee: 'p-tom',
  },
]

const STAGES = [
  'enquiry',
  'pre-consultation',
  'consultation',
  'reflection',
  'consent',
  'treatment-day',
  'aftercare',
  'ended',
]

export const CASE: CaseView = {
  consultation: 'c-4',
  who: 'Priya Nair',
  state: 'active',
  stage: 'consultation',
  stages: STAGES,
  interruptions: [],
  again: [
    { open: 'voluntariness-finding#1', pathway: 'Voluntariness finding', outcome: 'Not yet' },
  ],
  endWaits: [],
  demo: true,
  person: {
    id: 'person-4',
    name: 'Priya Nair',
    calledBy: 'Pri',
    safeContact: 'Text message, 07700 900123',
    birthDate: '1991-05-04',
    needs: ['An interpreter for another language', '“Polish”'],
  },
  facts: [
    fact('full-name', 'Full name', 'Priya Nair'),
    fact('date-of-birth', 'Date of birth', '4 May 1991'),
    fact('age-band', 'Age today', 'Adult'),
    fact('treatment-name', 'Treatment', 'Lip filler', 'Amira Haddad'),
    fact(
      'reason-in-own-words',
      'What brings you',
      'My sister had hers done and I keep looking at my own in photos. I would like a bit more shape, not “done”.',
      'Priya Nair',
      true,
    ),
    fact('hoped-for-outcome', 'Hoped for', 'That nobody notices but me.', 'Priya Nair', true),
    fact('gp-permission', 'Contact with the GP', 'Granted'),
  ],
  prompts: [
    {
      open: 'gp-weighing#1',
      ask: 2,
      pathway: 'gp-weighing@1',
      text: 'Is contact with the GP needed before you go on?\n\nPriya takes medicine every day and gave permission to write.',
      assignee: 'Amira Haddad',
      question: {
        id: 'q-1',
        content: 'gp-weighing/need',
        kind: 'choice',
        choices: [
          { id: 'needed', label: 'Yes, it is needed' },
          { id: 'not-needed', label: 'No, it is not needed' },
        ],
        why: 'A possible interaction waits for a reply from the GP.',
      },
    },
    {
      open: 'age-check#1',
      ask: 1,
      pathway: 'age-check@1',
      text: 'Which document did you look at, with the patient in front of you?',
      question: {
        id: 'q-2',
        content: 'age-check/findings',
        kind: 'text',
        choices: [{ id: 'none-seen', label: 'I have seen none' }],
        hint: 'Kind of document and what it showed',
      },
    },
  ],
  waits: [{ pathway: 'information@1', role: 'patient', since: '2026-11-19T10:00:00.000Z' }],
  questions: [
    {
      id: 'ask-1',
      words: 'Will it hurt to eat afterwards? I have a work dinner on the Thursday.',
      at: '2026-11-20T16:40:00.000Z',
      settled: false,
    },
    {
      id: 'ask-2',
      words: 'Can I bring my sister?',
      at: '2026-11-19T08:10:00.000Z',
      reply: 'Yes, and we will have a few minutes for you alone as well.',
      settled: true,
    },
  ],
  wanted: [{ id: 'call-1', urgent: true, at: '2026-11-21T13:41:00.000Z', attended: false }],
  gates: [
    gate('enquiry', 'privacy-notice-shown', ['SAFE-53'], true),
    gate('pre-consultation', 'adequate-history', ['JCCP-28.3', 'PX-3.1'], true),
    gate('consultation', 'gp-need-considered', ['JCCP-28'], false),
    gate('consultation', 'emotional-impact-discussed', ['AX-RISK-6'], false, 'emotional-impact'),
    gate('consultation', 'expectation-reviewed', ['JCCP-18'], true, 'expectations', true),
    gate('reflection', 'patient-says-enough-time', ['JCCP-26', 'KR-3'], false, 'information'),
    gate('reflection', 'teach-back-passed', ['EXPR-1'], false, 'understanding-check'),
    gate('consent', 'no-open-questions', ['AX-REV-1.1'], false),
  ],
  team: [{ role: 'performer', name: 'Amira Haddad' }],
  plan: {
    performer: 'Amira Haddad',
    supervisor: 'Dr Tom Okafor',
    premises: '12 Harbour Street, Bristol',
    product: 'Hyaluronic acid filler, 1 ml',
    date: '9 December 2026',
  },
  offers: [
    'assign',
    'propose',
    'plan',
    'decline',
    'withdraw',
    'pause',
    'correct',
    'open-signing',
    'stand-in',
    'link',
    'make-link',
    'reply',
    'attend',
    'again',
    'end',
  ],
  declines: [],
  path: [
    {
      ...{ seq: 14, side: 'patient', stage: 'consultation' },
      at: '2026-11-21T13:41:00.000Z',
      who: 'Priya Nair',
      what: 'Asked for a person, urgently',
    },
    {
      seq: 13,
      side: 'patient',
      stage: 'consultation',
      at: '2026-11-20T16:40:00.000Z',
      who: 'Priya Nair',
      what: 'Typed a question',
    },
    {
      seq: 12,
      side: 'clinic',
      stage: 'consultation',
      at: '2026-11-19T10:02:00.000Z',
      who: 'Amira Haddad',
      what: 'Planned the treatment',
    },
  ],
  drawings: [
    { open: 'gp-contact#1', pathway: 'GP contact', pages: 1, closed: true, path: true },
    { open: 'voluntariness#1', pathway: 'Voluntariness', pages: 1, closed: true, path: false },
    { open: 'information#2', pathway: 'Information', pages: 3, closed: false, path: true },
  ],
}

/** The desk's drawings are those of docs/, with a path. */
export const DRAWING = readFileSync(
  new URL('../../../docs/pathways/gp-contact.svg', import.meta.url),
  'utf8',
)

function fact(name: string, label: string, value: string, by = 'Priya Nair', clinical = false) {
  return { name, label, value, by, at: '2026-11-18T09:05:00.000Z', clinical }
}

function gate(
  stage: string,
  name: string,
  clauses: readonly string[],
  met: boolean,
  awaits?: string,
  stoodIn = false,
) {
  const label = named(name)
  return {
    stage,
    gate: name,
    label,
    clauses,
    met,
    stoodIn,
    ...(awaits !== undefined && { awaits }),
  }
}
