/** What must have happened on every way to consent and to treatment, as a clinician would say it. */
import {
  consents,
  consentsOrTreats,
  dayIn,
  known,
  treats,
  type OfJourney,
  has,
  youngest,
} from './step.ts'

const CLINICIANS = ['practitioner', 'performer', 'supervisor', 'prescriber']

const FINDINGS = [
  ...['exceptional-reason', 'competence', 'physical-benefit', 'physical-detriment'],
  ...['psychological-detriment', 'emotional-detriment', 'best-interest', 'reflection', 'own-yes'],
]

export const BEFORE_CONSENT: readonly OfJourney[] = [
  {
    id: 'I3',
    says: 'at 16 and 17 consent rests on every step of the young person’s route',
    when: (taken) => consentsOrTreats(taken) && youngest(taken) < 18,
    then: (taken) => {
      const { 'young-person-findings': found, 'young-person-parents': parents } = known(taken.after)
      return parents !== undefined && FINDINGS.every((step) => found?.[step] !== undefined)
    },
  },
  {
    id: 'I5',
    says: 'consent and treatment come after somebody saw a document',
    when: consentsOrTreats,
    then: has('age-verified', 'age-document'),
  },
  {
    id: 'I8',
    says: 'a concern about wellbeing has somebody outside behind it before consent',
    when: consents,
    then: (taken) =>
      has('wellbeing-considered')(taken) &&
      (!has('wellbeing-concern')(taken) || has('outside-assessment')(taken)),
  },
  {
    id: 'I9',
    says: 'consent needs somebody who heard that it is the patient’s own wish',
    when: consents,
    then: has('voluntary-affirmed'),
  },
  {
    id: 'I11',
    says: 'capacity is said by a practitioner, and said before consent',
    when: (taken) => consents(taken) || (has('capacity')(taken) && !taken.before.facts.capacity),
    then: (taken) => has('capacity')(taken) && CLINICIANS.includes(taken.command.by.role),
  },
  {
    id: 'I13',
    says: 'consent comes after the pack, the risks, the options, the feelings, the worries and the teach-back',
    when: consents,
    then: has(
      ...(['pack-delivered-at', 'risks-shown', 'options-shown'] as const),
      ...(['emotional-impact-discussed', 'worries-answer', 'understood'] as const),
    ),
  },
  {
    id: 'I14',
    says: 'consent comes after the clinic’s time to think, and after the patient said that it was enough',
    when: consents,
    then: ({ command, after }) => {
      const facts = known(after)
      const { 'reflection-hours': hours = 0, 'pack-delivered-at': pack } = facts
      const ends = Date.parse(pack ?? '') + hours * 3_600_000
      const said = facts['patient-says-enough-time'] && facts['patient-says-enough-information']
      return hours > 0 && said === true && Date.parse(command.at) >= ends
    },
  },
  {
    id: 'I15',
    says: 'consent comes after costs, interests, complaints, complications and the right to withdraw were shown',
    when: consents,
    then: has(
      ...(['fees-shown', 'interests-shown', 'complaints-shown'] as const),
      ...(['complication-reporting-shown', 'right-to-withdraw-shown'] as const),
    ),
  },
  {
    id: 'I16',
    says: 'nobody consents who did not want to hear the risks',
    when: consents,
    then: (taken) => !has('risks-declined')(taken),
  },
  {
    id: 'I18',
    says: 'only the performer or the supervisor on record takes consent, in the consent pathway',
    when: consents,
    then: ({ command: { act, by } }) =>
      act.type === 'answer' &&
      act.open.startsWith('consent#') &&
      (by.role === 'performer' || by.role === 'supervisor'),
  },
  {
    id: 'I18',
    says: 'treatment rests on a consent that its performer or supervisor took',
    when: treats,
    then: ({ after }) => {
      const { plan, 'consent-taken-by': taker } = known(after)
      return taker !== undefined && (taker === plan?.performer || taker === plan?.supervisor)
    },
  },
  {
    id: 'I19',
    says: 'the signature is there, and younger than the pack, the teach-back and the readiness',
    when: consents,
    then: ({ after: { facts } }) => {
      const { signature, understood, 'pack-delivered-at': pack } = facts
      const enough = facts['patient-says-enough-time']
      if (!signature || !understood || !pack || !enough) return false
      return [understood, pack, enough].every(
        ({ record, at }) => record < signature.record && at <= signature.value.at,
      )
    },
  },
  {
    id: 'I20',
    says: 'treatment begins on the planned day, after a yes of that day to the performer, with no question open',
    when: treats,
    then: ({ after, command }) => {
      const { plan, 'reconfirmed-on': yes } = known(after)
      const today = dayIn(command.at)
      return (
        plan?.date === today &&
        yes?.day === today &&
        yes.by === plan.performer &&
        after.questions.every(({ settled }) => settled)
      )
    },
  },
  {
    id: 'I20',
    says: 'nobody consents while a question of theirs is open',
    when: consents,
    then: ({ after }) => after.questions.every(({ settled }) => settled),
  },
  {
    id: 'I25',
    says: 'with a possible interaction nobody consents without the GP’s own yes',
    when: consents,
    then: ({ after }) => {
      const { 'interaction-possible': found, 'gp-reply': reply } = known(after)
      return found === 'none-found' || (found === 'possible' && reply === 'positive')
    },
  },
  {
    id: 'I26',
    says: 'whatever was said about the GP, consent needs an adequate history',
    when: consents,
    then: has('history-adequate'),
  },
  {
    id: 'D1',
    says: 'consent is taken of somebody seen alone, whose identity was checked, in person',
    when: consents,
    then: has('seen-alone', 'identity-checked', 'in-the-room-since'),
  },
]
