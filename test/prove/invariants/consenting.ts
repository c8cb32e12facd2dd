/** Understanding, time, capacity and consent: what must hold of every answer. */
import { type Answered, type OfPathway, dayIn } from './step.ts'

const to =
  (...states: string[]) =>
  (step: Answered) =>
    states.includes(step.to)

const CLINICIANS = ['practitioner', 'performer', 'supervisor', 'prescriber']

const byWhoeverTreats = ({ before, event: { by } }: Answered) =>
  (by.role === 'performer' || by.role === 'supervisor') && by.id === before.plan?.[by.role]

const abilities = ({ after }: Answered) =>
  ['understand', 'retain', 'use-or-weigh', 'communicate'].map(
    (one) => after['capacity-findings']?.[one],
  )

export const OF_CONSENTING: readonly OfPathway[] = [
  {
    ...{ id: 'I11', pathway: 'capacity@1', says: 'nothing that a patient types is a finding' },
    when: ({ event, from }) =>
      !CLINICIANS.includes(event.by.role) &&
      !['tried-now', 'none-tried', 'no-doubt-after-all', 'begin-again', 'assess-again'].includes(
        event.type,
      ) &&
      from !== '',
    then: to('not-yours'),
  },
  {
    ...{ id: 'I11', pathway: 'capacity@1', says: 'a practitioner’s word is taken' },
    when: ({ event, from }) => CLINICIANS.includes(event.by.role) && from !== 'not-yours',
    then: ({ to: came }) => came !== 'not-yours',
  },
  {
    ...{
      id: 'I11',
      pathway: 'capacity@1',
      says: 'doubt waits, a lack is found in all four, and support was tried',
    },
    when: ({ from, to: came }) => from === 'communicate-findings' && came !== 'not-yours',
    then: (step) => {
      const found = abilities(step)
      const wanted = found.includes('not-sure')
        ? 'another-day'
        : found.every((one) => one === 'can')
          ? 'has-capacity'
          : 'decline-reason'
      return step.to === wanted && step.after['capacity-support'] !== undefined
    },
  },
  {
    ...{
      id: 'I13',
      pathway: 'teach-back@1',
      says: 'an explanation is put before the patient when there is one of this treatment',
    },
    when: ({ from }) => from === '',
    then: ({ to: came, before }) =>
      (came === 'explained') ===
      (before.explanation !== undefined && before['explanation-of'] === before['treatment-name']),
  },
  {
    ...{
      id: 'I13',
      pathway: 'understanding-check@1',
      says: 'only what was said back is found understood',
    },
    when: to('judge', 'understood', 'asked-to-be-told'),
    then: ({ to: came, after }) =>
      (came === 'asked-to-be-told') !==
      (after['said-back'] === true && after['explaining-wanted'] === undefined),
  },
  {
    ...{
      id: 'I14',
      pathway: 'cooling-off@1',
      says: 'enough time is asked about when the time has passed, to the millisecond',
    },
    when: ({ event }) => event.type === 'ready-to-say',
    then: ({ from, to: came, before, event }) => {
      const ends = before['reflection-ends-at']
      if (from === 'more-wanted') return came === 'enough-information'
      return (came === 'enough-time') === (ends !== undefined && event.at >= ends)
    },
  },
  {
    ...{
      id: 'I18',
      pathway: 'consent@1',
      says: 'each yes of consent is given by who will treat or by the supervisor on record',
    },
    when: to('identity', 'alone', 'take-consent', 'consented'),
    then: (step) => step.from.endsWith('-not-checked') || byWhoeverTreats(step),
  },
  {
    ...{ id: 'I18', pathway: 'consent@1', says: 'who will treat is not turned away' },
    when: to('not-yours'),
    then: (step) => !byWhoeverTreats(step),
  },
  {
    ...{ id: 'I19', pathway: 'consent@1', says: 'a signature holds for an hour, and no longer' },
    when: ({ to: came }) => ['consented', 'take-consent', 'signature-void'].includes(came),
    then: ({ to: came, before, event }) => {
      const signed = Date.parse(before.signature?.at ?? '')
      const minutes = (Date.parse(event.at) - signed) / 60_000
      return (came === 'signature-void') !== (minutes >= 0 && minutes <= 60)
    },
  },
  {
    ...{
      id: 'D1',
      pathway: 'consent@1',
      says: 'consent comes after identity and after being alone',
    },
    when: to('consented'),
    then: ({ after }) => after['identity-checked'] === true && after['seen-alone'] === true,
  },
  {
    ...{
      id: 'I20',
      pathway: 'reconfirmation@1',
      says: 'a yes is heard on the day, by the performer',
    },
    when: to('reconfirmed', 'right-treatment', 'wishes-today', 'agreed-to-it', 'wants-to-go-on'),
    then: ({ before, event: { by, at } }) =>
      dayIn(at) === before.plan?.date && by.role === 'performer' && by.id === before.plan.performer,
  },
  {
    ...{
      id: 'I20',
      pathway: 'reconfirmation@1',
      says: 'a performer who did not take the consent asks three things',
    },
    when: to('reconfirmed', 'wishes-today', 'right-treatment'),
    then: ({ from, to: came, before }) => {
      const tookIt = before['consent-taken-by'] === before.plan?.performer
      if (came === 'reconfirmed') return from === (tookIt ? 'wishes-today' : 'wants-to-go-on')
      return (came === 'wishes-today') === tookIt
    },
  },
  {
    ...{
      id: 'I20',
      pathway: 'reconfirmation@1',
      says: 'the performer on the day is not turned away',
    },
    when: to('not-yours', 'not-today'),
    then: ({ to: came, before, event: { by, at } }) =>
      came === 'not-yours' ? by.id !== before.plan?.performer : dayIn(at) !== before.plan?.date,
  },
]
