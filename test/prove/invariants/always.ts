/** What must hold at every step of every consultation, as a clinician would say it. */
import type { FactName } from '../../../machines/contract.ts'
import {
  consents,
  consentsOrTreats,
  dayIn,
  known,
  yearsOn,
  type OfJourney,
  type Taken,
  has,
  youngest,
} from './step.ts'

const CLINICIANS = ['practitioner', 'performer', 'supervisor', 'prescriber']

const restricted = ({ after }: Taken) =>
  ['toxin', 'filler'].includes(known(after)['treatment-class'] ?? '')

/** What consent rests on; when one of these changes, it rests on nothing. */
const MATERIAL: readonly FactName[] = [
  ...(['plan', 'treatment-name', 'signature', 'date-of-birth', 'young-person-route'] as const),
  ...(['capacity', 'voluntary-affirmed', 'assessment-complete', 'history-adequate'] as const),
  ...(['understood', 'pack-delivered-at', 'fees-shown', 'health-conditions'] as const),
  ...(['health-medicines', 'health-allergies', 'health-pregnancy', 'health-skin'] as const),
]

const going = ({ state }: { readonly state: string }) => state === 'active' || state === 'paused'

const AWAITED = new Set([
  ...['prescriber-authorised', 'delegation-safe', 'chaperone-offered', 'image-consent-purpose'],
])

export const ALWAYS: readonly OfJourney[] = [
  {
    id: 'I1',
    says: 'nobody under 18 on the day of consent or of treatment consents, but by the whole young person’s route; under 16 nobody goes on',
    when: ({ after }) => after.facts['date-of-birth'] !== undefined && going(after),
    then: (taken) => {
      const birth = known(taken.after)['date-of-birth'] ?? ''
      if (yearsOn(birth, dayIn(taken.command.at)) < 16) return false
      if (!consentsOrTreats(taken) || youngest(taken) >= 18) return true
      return youngest(taken) >= 16 && known(taken.after)['young-person-route'] === 'passed'
    },
  },
  {
    id: 'I2',
    says: 'no toxin and no filler is booked for somebody under 18 today or on the day, nor consented to',
    when: (taken) => restricted(taken) && going(taken.after) && has('date-of-birth')(taken),
    then: (taken) =>
      taken.after.facts.plan === undefined ? !consents(taken) : youngest(taken) >= 18,
  },
  {
    id: 'I6',
    says: 'nobody assesses before the patient has told their history, reason and hope',
    when: ({ command, refused }) =>
      refused === undefined &&
      command.act.type === 'answer' &&
      /^(suitability|psychological|gp-weighing|capacity)#/.test(command.act.open),
    then: ({ before }) => before.facts['health-told'] !== undefined,
  },
  {
    id: 'I7',
    says: 'what a practitioner declined stays declined, unless the patient withdraws as well',
    when: ({ before }) => before.state === 'refused' && before.refusedFor === 'practitioner',
    then: ({ after, command }) =>
      after.state === 'refused'
        ? after.refusedFor === 'practitioner'
        : after.state === 'withdrawn' && command.act.type === 'withdraw',
  },
  {
    id: 'I9',
    says: 'a practitioner may decline at any time, and nothing else is asked for',
    when: ({ before, command }) =>
      going(before) && command.act.type === 'decline' && CLINICIANS.includes(command.by.role),
    then: ({ after }) => after.state === 'refused' && after.refusedFor === 'practitioner',
  },
  {
    id: 'I14',
    says: 'only the patient says that it was enough, and nobody makes the time shorter',
    when: ({ before, after }) => after.seq > before.seq,
    then: ({ before, after, command }) => {
      const told =
        before.facts['patient-says-enough-time'] || !after.facts['patient-says-enough-time']
      const hours = (one: typeof after) => one.facts['reflection-hours']?.value ?? 0
      return (told || command.by.role === 'patient') && hours(after) >= hours(before)
    },
  },
  {
    id: 'I21',
    says: 'a change of what consent rests on leaves no consent standing',
    when: ({ before, after }) =>
      before.facts['consent-taken-at'] !== undefined &&
      going(after) &&
      MATERIAL.some((name) => differs(before.facts[name]?.value, after.facts[name]?.value)),
    then: (taken) => !has('consent-taken-at')(taken) || consents(taken),
  },
  {
    id: 'I22',
    says: 'a withdrawal is taken at any time, without a reason',
    when: ({ before, command }) =>
      going(before) && command.act.type === 'withdraw' && command.by.role === 'patient',
    then: ({ after, refused }) => refused === undefined && after.state === 'withdrawn',
  },
  {
    id: 'I4',
    says: 'who has withdrawn, at 17 or at 70, is never brought back by anybody',
    when: ({ before }) => before.state === 'withdrawn',
    then: ({ after }) => after.state === 'withdrawn',
  },
  {
    id: 'I40',
    says: 'nothing about health is asked before the privacy notice',
    when: ({ after }) =>
      after.open.some(({ pathway }) => /^(pre-consultation|enquiry|voluntariness)@/.test(pathway)),
    then: has('privacy-notice-seen'),
  },
  {
    id: 'I42',
    says: 'nothing stands in for a gate but in a demo, and only for what is not built',
    when: ({ command }) => command.act.type === 'stand-in',
    then: ({ before, after, refused }) =>
      refused !== undefined ||
      (before.mode === 'demo' && after.stoodIn.every((gate) => AWAITED.has(gate))),
  },
  {
    id: 'I46',
    says: 'somebody known to be under 18 is asked about no treatment before a person has passed them',
    when: ({ after, command }) =>
      after.state === 'active' &&
      yearsOn(known(after)['date-of-birth'] ?? '', dayIn(command.at)) < 18,
    then: ({ after }) =>
      known(after)['young-person-route'] === 'passed' || after.stage === 'enquiry',
  },
  {
    id: 'D4',
    says: 'who said stop goes on when they say so, and not before',
    when: ({ before, command }) =>
      before.state === 'paused' && before.pausedBy === 'patient' && command.act.type === 'resume',
    then: ({ after }) => after.state === 'paused',
  },
  {
    id: 'D2',
    says: 'a person can be asked for at any time',
    when: ({ command }) => command.act.type === 'ask-for-a-person',
    then: ({ refused, after, before }) =>
      refused === undefined && after.wanted.length > before.wanted.length,
  },
]

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
