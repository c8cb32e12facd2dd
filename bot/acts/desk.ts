import type { AnyStateMachine } from 'xstate'
import type { Act, Role } from '../../machines/commands.ts'
import type { Asked, Closed } from '../../machines/contract.ts'
import { minimumAgeFor } from '../../machines/parameters/minimum-age.ts'
import { ageOn, dayOf, type Instant } from '../../machines/time.ts'
import { reopen, reopenReaders } from '../opening.ts'
import { asksAt } from '../statechart.ts'
import { blocked, stageNamed } from '../settle.ts'
import { type House, journeyOf, pathwayOf } from '../house.ts'
import { remind } from '../reminders.ts'
import { patch, refuse, setFact, values, type Work } from '../work.ts'
import { attend } from './attend.ts'
import { decline, declined } from './decline.ts'
import { summaryMade } from './summary.ts'

type Taken<type extends Act['type']> = Extract<Act, { type: type }>

const CLINICIANS: readonly Role[] = ['practitioner', 'performer', 'supervisor', 'prescriber']
export const STAFF: readonly Role[] = [...CLINICIANS, 'reception', 'safeguarding', 'administrator']

/** Whoever may read all that the file holds. */
export const PACKERS: readonly Role[] = [...CLINICIANS, 'safeguarding', 'auditor', 'system']

/** Whoever may read it and hand it over; no program makes one by itself. */
const SUMMARISERS = PACKERS.filter((role) => role !== 'system')

const SIGNERS: readonly Role[] = ['performer', 'supervisor']

export const ENDERS: readonly Role[] = [...CLINICIANS, 'administrator']

/** Whose act each of these is. */
const WHOSE: Readonly<Partial<Record<Act['type'], readonly Role[]>>> = {
  ...{ reply: CLINICIANS, propose: CLINICIANS, plan: CLINICIANS, decline: CLINICIANS },
  ...{ 'declined-by-practitioner': CLINICIANS, 'open-signing': SIGNERS, policy: ['system'] },
  ...{ attend: STAFF, assign: STAFF, pause: STAFF, resume: STAFF, correct: STAFF, link: STAFF },
  ...{ 'make-link': STAFF, remind: [...STAFF, 'system'], again: STAFF, 'stand-in': STAFF },
  ...{ end: ENDERS, pack: PACKERS, summary: SUMMARISERS },
}

/** Acts of the clinic's staff. False when the act is not one of these. */
export function deskAct(work: Work, act: Act): boolean {
  const whose = WHOSE[act.type]
  if (!whose) return false
  const { role } = work.command.by
  if (!whose.includes(role)) refuse('not-you', `${act.type} is not for the ${role}`)
  if (act.type === 'summary') summaryMade(work)
  else take(work, act)
  return true
}

function take(work: Work, act: Act): void {
  switch (act.type) {
    case 'reply':
      return reply(work, act)
    case 'attend':
      return attend(work, act.request)
    case 'remind':
      return remind(work, act)
    case 'assign':
      return assign(work, act)
    case 'pause':
      return pause(work)
    case 'resume':
      return resume(work, act)
    case 'propose':
      return propose(work, act)
    case 'plan':
      return plan(work, act)
    case 'correct':
      return correct(work, act)
    case 'decline':
      return decline(work, { reason: act.reason })
    case 'declined-by-practitioner':
      return declined(work)
    case 'again':
      return again(work, act.open)
    case 'open-signing':
      return openSigning(work)
    case 'stand-in':
      return standIn(work, act.gates)
    case 'link':
      return link(work, act)
    case 'policy':
      return policy(work, act)
    case 'end':
      return end(work)
    default:
      return
  }
}

function reply(work: Work, act: Taken<'reply'>): void {
  const asked = work.now.questions.find(({ id }) => id === act.question)
  if (!asked || asked.settled) return refuse('not-asked', act.question)
  const answered: Asked = {
    ...asked,
    reply: { words: act.words, by: work.command.by, at: work.at },
  }
  const questions = work.now.questions.map((one) => (one === asked ? answered : one))
  // Words that the patient has not seen yet are not settled by an answer to earlier ones.
  const { prompt, ...rest } = work.now
  const stale = prompt?.kind === 'settle' && prompt.question === asked.id
  work.now = { ...(stale ? rest : work.now), questions }
}

function assign(work: Work, { role, to, name }: Taken<'assign'>): void {
  if (!STAFF.includes(role)) refuse('not-allowed', `nobody is assigned as ${role}`)
  patch(work, { team: { ...work.now.team, [role]: { id: to, name } } })
}

function pause(work: Work): void {
  if (work.now.state === 'paused') refuse('not-in-this-state', 'it is paused already')
  patch(work, { state: 'paused', pausedBy: 'staff' })
}

/** A patient who said stop is heard until the patient says otherwise. */
function resume(work: Work, act: Taken<'resume'>): void {
  if (work.now.state !== 'paused') refuse('not-in-this-state', work.now.state)
  if (work.now.pausedBy === 'patient' && act['on-word-of-patient'] !== true) {
    refuse('not-allowed', 'the patient stopped, and only the patient goes on')
  }
  const { prompt: _, pausedBy: __, ...rest } = work.now
  work.now = { ...rest, state: 'active' }
}

function propose(work: Work, act: Taken<'propose'>): void {
  const changed = [
    setFact(work, 'treatment-class', act.class) && ('treatment-class' as const),
    setFact(work, 'treatment-name', act.name) && ('treatment-name' as const),
  ].filter((name) => name !== false)
  lengthen(work, act['reflection-hours'] ?? 0)
  reopenReaders(work, changed)
}

/** A treatment may ask for longer than the clinic's minimum, never for less. */
function lengthen(work: Work, hours: number): void {
  const before = work.now.facts['reflection-hours']?.value ?? 0
  if (hours > before) setFact(work, 'reflection-hours', hours)
}

/** Booking under age is itself the offence: statute first, and nobody may override it. */
function plan(work: Work, { plan: planned }: Taken<'plan'>): void {
  const { 'date-of-birth': birth, 'treatment-class': kind } = values(work.now.facts)
  const where = values(work.now.facts)['place-of-treatment']
  if (!birth || !kind || !where) return refuse('not-now', 'age and treatment come before a plan')
  const today = dayOf(work.at)
  if (planned.date < today) refuse('not-allowed', 'a plan cannot lie in the past')
  for (const on of [today, planned.date] as const) {
    const minimum = minimumAgeFor(where, kind, on)
    if (minimum && ageOn(birth, on) < minimum.years) {
      refuse('not-allowed', `nobody under ${minimum.years} may be booked for this treatment`)
    }
  }
  if (setFact(work, 'plan', planned)) reopenReaders(work, ['plan'])
}

const AGE_AGAIN = ['date-differs', 'under-16', 'under-18-restricted']

/** The one change that reopens a consultation refused for age. */
function correct(work: Work, act: Taken<'correct'>): void {
  const { state, refusedFor, prompt: _, ...rest } = work.now
  if (state === 'withdrawn' || (state === 'refused' && refusedFor !== 'age')) {
    refuse('not-in-this-state', `the consultation is ${state}`)
  }
  const years = ageOn(act['birth-date'], dayOf(work.at))
  if (years < 0 || years > 120) refuse('not-allowed', 'nobody was born on that day')
  const same = work.now.facts['date-of-birth']?.value === act['birth-date']
  if (same && state === 'refused') refuse('not-allowed', 'that is the date on record')
  work.now = { ...rest, state: state === 'refused' ? 'active' : state }
  if (setFact(work, 'date-of-birth', act['birth-date'])) reopenReaders(work, ['date-of-birth'])
  // What a document showed is looked at again, also where the date was right after all.
  const check = work.now.closed.find((one) => one.pathway.startsWith('age-check@'))
  if (check && AGE_AGAIN.includes(check.outcome)) reopen(work, check, [])
}

function again(work: Work, key: string): void {
  const ended = work.now.closed.find((one) => one.key === key)
  if (!ended || !waits(work.house, ended)) return refuse('not-asked', `${key} does not wait`)
  if (!mayBeAsked(work.house, ended, work.at)) return refuse('not-now', 'not again today')
  const { machine } = pathwayOf(work.house, ended.pathway)
  reopen(
    work,
    ended,
    ended.given.filter(({ state }) => !isAnew(machine, state)),
  )
}

/** An answer that led to the waiting must not lead there again by itself. */
function isAnew(machine: AnyStateMachine, state: string): boolean {
  const asks = asksAt(machine, state)
  return asks?.kind === 'choice' && asks.anew === true
}

/** Ended without what its gate needs, and nothing but a person will ask again. */
export function waits(house: House, { pathway, outcome }: Closed): boolean {
  return pathwayOf(house, pathway).outcomes[outcome]?.then === 'waits'
}

/** A no on the day stands for that day. */
export function mayBeAsked(house: House, { pathway, outcome, at }: Closed, now: Instant): boolean {
  const rule = pathwayOf(house, pathway).outcomes[outcome]?.again
  return rule !== 'another-day' || dayOf(at) < dayOf(now)
}

/** In the room: only the person who takes consent opens the signing, once all that must come first has. */
function openSigning(work: Work): void {
  const stage = stageNamed(work, 'consent')
  if (work.now.stage !== 'consent' || !stage) return refuse('not-now', 'consent is not open yet')
  if (blocked(work.now, stage, work.at)) refuse('not-now', 'something must come before consent')
  const { plan: planned } = values(work.now.facts)
  if (planned && planned.date < dayOf(work.at)) refuse('not-now', 'the planned day has passed')
  const takers = [planned?.performer, planned?.supervisor]
  if (!takers.includes(work.command.by.id)) refuse('not-you', 'consent is for the performer')
  if (setFact(work, 'in-the-room-since', work.at)) reopenReaders(work, ['in-the-room-since'])
}

function standIn(work: Work, gates: readonly string[]): void {
  if (work.now.mode !== 'demo') refuse('not-allowed', 'only a demo has stand-ins')
  const { stages } = journeyOf(work.house, work.now.journey)
  const awaiting = stages.flatMap(({ entry, gates: leaving }) => [...entry, ...leaving])
  for (const name of gates) {
    const gate = awaiting.find((one) => one.name === name)
    if (!gate?.awaits) refuse('not-allowed', `${name} is no gate that a demo may stand in for`)
  }
  patch(work, { stoodIn: [...new Set([...work.now.stoodIn, ...gates])] })
}

/** Whoever holds the phone now has not shown that they are that person: see `identify`. */
function link(work: Work, act: Taken<'link'>): void {
  const earlier = act['earlier-health']
  patch(work, { person: act.person, ...(earlier ? { earlier } : {}) })
}

/** It may lengthen what a patient was promised, never shorten it. */
function policy(work: Work, act: Taken<'policy'>): void {
  const before = work.now.facts['reflection-hours']?.value ?? 0
  if (act['reflection-hours'] <= before)
    refuse('not-allowed', 'a clinic may only lengthen reflection')
  setFact(work, 'reflection-hours', act['reflection-hours'])
  reopenReaders(work, ['reflection-hours'])
}

/** Whoever still waits for somebody is answered first, and a consent is not left standing. */
function end(work: Work): void {
  const { wanted, questions, stage, facts } = work.now
  if (facts['consent-taken-at'] && stage !== 'aftercare') {
    refuse('not-now', 'consent was given: it is withdrawn, or treatment and aftercare come first')
  }
  if (wanted.some(({ attended }) => !attended)) refuse('not-now', 'somebody wants a person')
  if (questions.some(({ settled }) => !settled)) refuse('not-now', 'a question is open')
  const { prompt: _, ...rest } = work.now
  work.now = { ...rest, state: 'ended', open: [] }
}
