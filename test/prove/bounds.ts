/** What each statechart is walked with: everything that can make a difference, and little else. */
import type { Actor, FactValues, Pinned } from '../../machines/contract.ts'
import { day, type Instant, instant } from '../../machines/time.ts'
import { GROUPS } from '../../machines/pathways/pre-consultation/machine.ts'

export interface Bounds {
  /** What is known when it opens, each for itself. */
  readonly given?: readonly FactValues[]
  /** By state; where none are named, some words are given. */
  readonly answers?: Readonly<Record<string, readonly unknown[]>>
  readonly actors?: readonly Actor[]
  readonly moments?: readonly Instant[]
  /** Whether the channel is private: both where it matters. */
  readonly private?: readonly boolean[]
  /** A state that the engine never lets it come to, and why it is there all the same. */
  readonly behind?: { readonly state: string; readonly why: string }
  /** States that nothing said there can lead out of, and what else does. */
  readonly waits?: { readonly states: readonly string[]; readonly for: string }
}

export const NOON = instant('2026-11-21T12:00:00.000Z')
/** The day of treatment, where one is planned. */
export const DAY = day('2026-03-20')
export const EARLIER = instant('2026-11-21T09:00:00.000Z')

export const PATIENT: Actor = {
  ...{ id: 'patient-1', name: 'Rosa Finch', role: 'patient' },
  assurance: 'room-link-and-birth-date',
}
const signedIn = (id: string, name: string, role: Actor['role']): Actor => ({
  ...{ id, name, role, assurance: 'demo-sign-in' },
})
export const PERFORMER = signedIn('nadia-okafor', 'Nadia Okafor', 'performer')
export const PRACTITIONER = signedIn('nadia-okafor', 'Nadia Okafor', 'practitioner')
export const SUPERVISOR = signedIn('imogen-achterberg', 'Dr Imogen Achterberg', 'supervisor')
export const ANOTHER = signedIn('rhys-penhallow', 'Rhys Penhallow', 'performer')
export const LEAD = signedIn('farida-lyle', 'Farida Lyle', 'safeguarding')
export const RECEPTION = signedIn('tomasz-brightwell', 'Tomasz Brightwell', 'reception')

const BIRTHS = ['1990-05-05', '2008-11-21', '2008-11-22', '2010-11-21', '2010-11-22'].map(day)
const IMPOSSIBLE = ['1890-01-01', '2026-11-22'].map(day)

/** Every class that the law tells apart, there and elsewhere, on both sides of each birthday. */
const checked = BIRTHS.flatMap((birth) =>
  ([[], ['toxin', 'england'], ['filler', 'wales'], ['filler'], ['peel', 'england']] as const).map(
    ([treatment, place]): FactValues => ({
      'date-of-birth': birth,
      ...(treatment && { 'treatment-class': treatment }),
      ...(place && { 'place-of-treatment': place }),
    }),
  ),
)

const planned: FactValues = {
  plan: {
    ...{ performer: PERFORMER.id, supervisor: SUPERVISOR.id, premises: 'York', product: 'Peel A' },
    date: day('2026-11-28'),
  },
  signature: { name: 'Rosa Finch', at: NOON, meaning: 'consent' },
}

export const BOUNDS: Readonly<Record<Pinned, Bounds>> = {
  'welcome@1': { answers: { 'help-needed': [['large-text'], ['read-aloud', 'more-time']] } },
  'age@1': {
    given: [{}, ...[...BIRTHS, ...IMPOSSIBLE].map((birth) => ({ 'birth-date-at-door': birth }))],
    answers: {
      'date-of-birth': [...BIRTHS, ...IMPOSSIBLE],
      'another-date': [...BIRTHS, ...IMPOSSIBLE],
    },
  },
  'age-check@1': {
    given: checked,
    behind: {
      state: 'under-16',
      why: 'A date of birth under 16 refuses the consultation as soon as it is known.',
    },
  },
  'enquiry@1': { given: [{}, ...BIRTHS.slice(0, 3).map((birth) => ({ 'date-of-birth': birth }))] },
  'gp-weighing@1': {
    given: [
      {},
      ...(['granted', 'refused', 'no-gp'] as const).map((one): FactValues => ({
        'gp-permission': one,
      })),
    ],
  },
  'voluntariness@1': {
    private: [true, false],
    // A private answer reaches the statechart without its value.
    answers: { 'own-wish': [undefined], pressed: [undefined], 'only-the-clinic': [undefined] },
  },
  'concern-response@1': {
    actors: [LEAD],
    answers: { steps: [['information-given'], ['nothing-wanted']] },
  },
  'pre-consultation@1': {
    private: [true, false],
    given: [
      {},
      {
        ...{ 'reason-in-own-words': 'My jaw', 'hoped-for-outcome': 'Less pain' },
        'earlier-health': Object.fromEntries(GROUPS.map((group) => [group, 'nothing'])),
      },
    ],
  },
  'psychological@1': {
    given: [{}, { 'health-worries': 'My nose', 'health-daily-life': 'nothing' }],
    answers: { assessor: ['Dr Outside, psychologist, Leeds', 'Nadia Okafor, here'] },
  },
  'teach-back@1': { given: [{}, { explanation: 'It can burn the skin' }] },
  'understanding-check@1': { given: [{ 'said-back': true }, { 'explaining-wanted': true }, {}] },
  'cooling-off@1': {
    given: [{ 'pack-delivered-at': NOON, 'reflection-hours': 72 }, { 'pack-delivered-at': NOON }],
    waits: { states: ['thinking', 'too-soon'], for: 'the minimum that the clinic has yet to set' },
    moments: ['2026-11-24T11:59:59.999Z', '2026-11-24T12:00:00.000Z'].map(instant),
  },
  'consent-signature@1': { answers: { signature: [{ name: 'Rosa Finch', agreed: true }] } },
  'consent@1': {
    given: [planned, {}],
    actors: [PERFORMER, SUPERVISOR, ANOTHER],
    moments: [NOON, instant('2026-11-21T13:00:00.001Z')],
  },
  'capacity@1': {
    actors: [PRACTITIONER, PATIENT],
    behind: {
      state: 'not-yours',
      why: 'The engine takes no word of a finding from anybody but a practitioner.',
    },
    answers: { support: [['plain-words'], ['more-time', 'pictures']] },
  },
  'social-media-post@1': {
    given: [{}, { 'jccp-registrant': true, 'hcpc-registrant': true }, { 'cosrt-member': true }],
    answers: { draft: ['We are open on Sunday', 'Ring me on 020 7946 0111'] },
  },
  'reconfirmation@1': {
    given: [PERFORMER.id, SUPERVISOR.id].map((taker) => ({
      ...planned,
      'consent-taken-by': taker,
    })),
    actors: [PERFORMER, SUPERVISOR],
    moments: [instant('2026-11-27T12:00:00.000Z'), instant('2026-11-28T12:00:00.000Z')],
  },
}

/** The last millisecond of a day in London and the first of the next, when an age changes. */
const midnight = ['2026-06-29T22:59:59.999Z', '2026-06-29T23:00:00.000Z'].map(instant)
const turning = ['2008-06-30', '2010-06-30'].map(day)

export const MIDNIGHT: Readonly<Record<Pinned, readonly Bounds[]>> = {
  'age@1': [{ answers: { 'date-of-birth': turning, 'another-date': turning }, moments: midnight }],
  'age-check@1': turning.map((birth) => ({
    given: [
      { 'date-of-birth': birth, 'treatment-class': 'filler', 'place-of-treatment': 'england' },
    ],
    moments: midnight,
  })),
}
