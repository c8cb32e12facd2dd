/** History, the GP, wellbeing and whose wish it is: what must hold of every answer. */
import type { FactValues } from '../../../machines/contract.ts'
import type { Answered, OfPathway } from './step.ts'

const to =
  (...states: string[]) =>
  (step: Answered) =>
    states.includes(step.to)

const appears = (name: keyof FactValues, value: unknown) => (step: Answered) =>
  step.after[name] === value && step.before[name] !== value

export const OF_ASSESSING: readonly OfPathway[] = [
  {
    ...{
      id: 'I6',
      pathway: 'pre-consultation@1',
      says: 'whether earlier words are shown is asked where there are any, and nowhere else',
    },
    when: ({ from }) => from === '',
    then: ({ to: came, before }) =>
      (came === 'earlier-here') === (before['earlier-health'] !== undefined),
  },
  {
    ...{
      id: 'I6',
      pathway: 'pre-consultation@1',
      says: 'earlier words are confirmed, never taken over',
    },
    when: ({ to: came, from }) => came.endsWith('-before') || from === '',
    then: ({ to: came, before }) => {
      const group = came.replace(/-before$/, '')
      return came.endsWith('-before') === (before['earlier-health']?.[group] !== undefined)
    },
  },
  {
    ...{
      id: 'I6',
      pathway: 'pre-consultation@1',
      says: 'a question that was answered before shows those words first, unless all is told anew',
    },
    when: ({ to: came, from }) =>
      !from.endsWith('-before') &&
      /^(medicines|allergies|pregnancy|earlier-treatments|skin|worries|daily-life)$/.test(came),
    then: ({ to: came, before }) => before['earlier-health-asked']?.includes(came) !== true,
  },
  {
    ...{
      id: 'I10',
      pathway: 'pre-consultation@1',
      says: 'words of another day are shown in private, and nowhere else',
    },
    when: ({ event }) => event.type === 'show-it',
    then: ({ to: came, event }) => (came === 'earlier-not-here') !== event.private,
  },
  {
    ...{ id: 'I8', pathway: 'psychological@1', says: 'whoever has the concern does not assess it' },
    when: to('assessed', 'outside'),
    then: ({ after, event: { by } }) =>
      !(after['outside-assessor'] ?? '').includes(by.name ?? by.id),
  },
  {
    ...{
      id: 'I8',
      pathway: 'psychological@1',
      says: 'only somebody who works here is turned away as not outside',
    },
    when: ({ from, to: came }) => from === 'assessment' && came === 'not-outside',
    then: ({ after, event: { by } }) =>
      (after['outside-assessor'] ?? '').includes(by.name ?? by.id),
  },
  {
    ...{
      id: 'I10',
      pathway: 'voluntariness@1',
      says: 'it is asked in private of somebody who says that they are on their own, and of nobody else',
    },
    when: ({ from }) => from === 'company',
    then: ({ to: came, event }) =>
      (came === 'own-wish') === (event.type === 'on-my-own' && event.private),
  },
  {
    ...{
      id: 'I9',
      pathway: 'voluntariness@1',
      says: 'whatever was said, the next question is the same',
    },
    when: ({ from, event }) => from !== 'company' && event.type === 'answered',
    then: ({ from, to: came }) =>
      came ===
      { 'own-wish': 'pressed', pressed: 'only-the-clinic', 'only-the-clinic': 'asked' }[from],
  },
  {
    ...{
      id: 'I9',
      pathway: 'voluntariness-finding@1',
      says: 'it is affirmed by a yes to that question and by nothing else',
    },
    when: appears('voluntary-affirmed', true),
    then: ({ from, event }) => from === 'said-own-wish' && event.type === 'yes',
  },
  {
    ...{
      id: 'I25',
      pathway: 'gp-weighing@1',
      says: 'a positive reply is one that came, and silence is none',
    },
    when: appears('gp-reply', 'positive'),
    then: ({ from, event }) => from === 'waiting-for-gp' && event.type === 'positive',
  },
  {
    ...{
      id: 'I25',
      pathway: 'gp-weighing@1',
      says: 'with a possible interaction only a positive reply leads on',
    },
    when: ({ to: came, after }) =>
      ['history', 'decide', 'weigh-reply', 'weighed'].includes(came) &&
      after['interaction-possible'] === 'possible',
    then: ({ after }) => after['gp-reply'] === 'positive',
  },
  {
    ...{
      id: 'I25',
      pathway: 'gp-weighing@1',
      says: 'the GP is waited for where the patient allowed it, and nowhere else',
    },
    when: ({ to: came, from }) =>
      from === 'interaction' &&
      ['waiting-for-gp', 'cannot-go-on', 'weigh-refusal', 'history'].includes(came),
    then: ({ to: came, after }) => {
      if (came === 'history')
        return after['gp-need'] === 'not-needed' && after['interaction-possible'] === 'none-found'
      if (came === 'waiting-for-gp') return after['gp-permission'] === 'granted'
      return after['gp-permission'] !== 'granted'
    },
  },
  {
    ...{
      id: 'I25',
      pathway: 'gp-weighing@1',
      says: 'a no of the GP is weighed where nothing interacts',
    },
    when: ({ from, event }) => from === 'waiting-for-gp' && event.type === 'negative',
    then: ({ to: came, after }) =>
      (came === 'weigh-reply') === (after['interaction-possible'] === 'none-found'),
  },
  {
    ...{
      id: 'I26',
      pathway: 'gp-weighing@1',
      says: 'an adequate history is found, never given by permission',
    },
    when: appears('history-adequate', true),
    then: ({ from }) => from === 'history-sources',
  },
  {
    ...{
      id: 'I26',
      pathway: 'gp-contact@1',
      says: 'the GP is allowed by a yes and by nothing else',
    },
    when: appears('gp-permission', 'granted'),
    then: ({ event }) => event.type === 'yes',
  },
]
