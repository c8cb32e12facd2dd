/** Age: what must hold of every answer about it. */
import type { FactValues } from '../../../machines/contract.ts'
import { type Answered, type OfPathway, dayIn, yearsOn } from './step.ts'

const years = ({ before, after, event }: Answered) =>
  yearsOn(after['date-of-birth'] ?? before['date-of-birth'] ?? '', dayIn(event.at))

const to =
  (...states: string[]) =>
  (step: Answered) =>
    states.includes(step.to)

const barred = (facts: FactValues) =>
  ['toxin', 'filler'].includes(
    facts['treatment-class'] ?? facts['young-person-treatment-class'] ?? '',
  )

export const OF_YOUNG: readonly OfPathway[] = [
  {
    ...{ id: 'I1', pathway: 'age@1', says: 'an adult is 18 that very day in London' },
    when: to('adult'),
    then: (step) => years(step) >= 18,
  },
  {
    ...{
      id: 'I1',
      pathway: 'age@1',
      says: 'at 16 and 17 a named person is told, and at no other age',
    },
    when: to('what-brought-you'),
    then: (step) => years(step) === 16 || years(step) === 17,
  },
  {
    ...{ id: 'I1', pathway: 'age@1', says: 'under 16, and nobody else, ends here' },
    when: to('under-16'),
    then: (step) => years(step) >= 0 && years(step) < 16,
  },
  {
    ...{ id: 'I1', pathway: 'age@1', says: 'a date on which nobody alive was born goes nowhere' },
    when: to('adult', 'what-brought-you', 'under-16'),
    then: (step) => years(step) >= 0 && years(step) <= 120,
  },
  {
    ...{ id: 'I1', pathway: 'age@1', says: 'only a date that cannot be is asked for again' },
    when: to('another-date'),
    then: (step) => {
      const born = typeof step.event.value === 'string' ? step.event.value : ''
      const age = yearsOn(born || (step.before['date-of-birth'] ?? ''), dayIn(step.event.at))
      return age < 0 || age > 120
    },
  },
  {
    ...{ id: 'I1', pathway: 'age@1', says: 'a date given at the door is not asked twice' },
    when: ({ from }) => from === '',
    then: ({ to: came, before }) =>
      (came === 'right-date') === (before['birth-date-at-door'] !== undefined),
  },
  {
    ...{ id: 'I1', pathway: 'age-check@1', says: 'who passes as an adult is 18 that day' },
    when: to('adult-checked'),
    then: (step) => years(step) >= 18 && step.after['age-verified'] === true,
  },
  {
    ...{ id: 'I1', pathway: 'age-check@1', says: 'under 16, and nobody else, ends as under 16' },
    when: to('under-16'),
    then: (step) => years(step) < 16,
  },
  {
    ...{
      id: 'I2',
      pathway: 'age-check@1',
      says: 'with toxin and filler nothing is asked of somebody of 17',
    },
    when: to('exceptional-reason', 'young-person-passed'),
    then: (step) => !barred(step.after) && years(step) >= 16 && years(step) < 18,
  },
  {
    ...{ id: 'I2', pathway: 'age-check@1', says: 'only toxin and filler are barred by the law' },
    when: to('under-18-restricted'),
    then: (step) => barred(step.after) && years(step) < 18,
  },
  {
    ...{ id: 'I3', pathway: 'age-check@1', says: 'the route of 16 and 17 has its nine findings' },
    when: to('young-person-passed'),
    then: ({ after }) => Object.keys(after['young-person-findings'] ?? {}).length === 9,
  },
  {
    ...{
      id: 'I2',
      pathway: 'age-check@1',
      says: 'the treatment is asked about where nobody has named it',
    },
    when: to('treatment'),
    then: ({ before }) => before['treatment-class'] === undefined,
  },
  {
    ...{ id: 'I4', pathway: 'age-check@1', says: 'a young person’s no is the end' },
    when: ({ from, event }) => from === 'own-yes' && event.type === 'no',
    then: to('young-person-said-no'),
  },
  {
    ...{ id: 'I46', pathway: 'enquiry@1', says: 'at 16 and 17 nobody is asked what they hope for' },
    when: to('reason', 'told', 'told-to-named-person'),
    then: ({ to: came, after }) =>
      (came === 'told-to-named-person') === (after['age-band'] === '16-17'),
  },
]
