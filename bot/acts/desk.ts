import type { Act, Role } from '../../machines/commands.ts'
import type { Asked, Closed } from '../../machines/contract.ts'
import { minimumAgeFor } from '../../machines/parameters/minimum-age.ts'
import { ageOn, dayOf } from '../../machines/time.ts'
import { reopen, reopenReaders } from '../opening.ts'
import { blocked, stageNamed } from '../settle.ts'
import { type House, journeyOf, pathwayOf } from '../house.ts'
import { patch, refuse, setFact, values, type Work } from '../work.ts'
import { decline, declined } from './decline.ts'

type Taken<type extends Act['type']> = Extract<Act, { type: type }>

const CLINICIANS: readonly Role[] = ['practitioner', 'performer', 'supervisor', 'prescriber']
export const STAFF: readonly Role[] = [...CLINICIANS, 'reception', 'safeguarding', 'administrator']

/** Acts of the clinic's staff. False when the act is not one of these. */
export function deskAct(work: Work, act: Act): boolean {
  const by = (roles: readonly Role[]) => {
    const { role } = work.command.by
    if (!roles.includes(role)) refuse('not-you', `${act.type} is not for the ${role}`)
  }
  switch (act.type) {
    case 'reply':
      return (by(STAFF), reply(work, act), true)
    case 'attend':
      return (by(STAFF), attend(work, act.request), true)
    case 'assign':
      return (by(STAFF), assign(work, act), true)
    case 'pause':
      return (by(STAFF), patch(work, { state: 'paused' }), true)
    case 'resume':
      return (by(STAFF), resume(work), true)
    case 'propose':
      return (by(CLINICIANS), propose(work, act), true)
    case 'plan':
      return (by(CLINICIANS), plan(work, act), true)
    case 'correct':
      return (by(STAFF), correct(work, act), true)
    case 'decline':
      return (by(CLINICIANS), decline(work, { reason: act.reason }), true)
    case 'declined-by-practitioner':
      return (by(CLINICIANS), declined(work), true)
    case 'make-link':
      return (by(STAFF), true)
    case 'again':
      return (by(STAFF), again(work, act.open), true)
    case 'open-signing':
      return (by(['performer', 'supervisor']), openSigning(work), true)
    case 'stand-in':
      return (by(STAFF), standIn(work, act.gates), true)
    case 'link':
      return (by(STAFF), patch(work, { person: act.person }), true)
    case 'policy':
      return (by(['system']), policy(work, act), true)
    case 'end':
      return (by(STAFF), end(work), true)
    default:
      return false
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
  patch(work, { questions })
}

function attend(work: Work, id: string): void {
  const wanted = work.now.wanted.find((one) => one.id === id && !one.attended)
  if (!wanted) return refuse('not-asked', id)
  const attended = { ...wanted, attended: { by: work.command.by, at: work.at } }
  patch(work, { wanted: work.now.wanted.map((one) => (one === wanted ? attended : one)) })
}

function assign(work: Work, { role, to, name }: Taken<'assign'>): void {
  patch(work, { team: { ...work.now.team, [role]: { id: to, name } } })
}

function resume(work: Work): void {
  if (work.now.state !== 'paused') refuse('not-in-this-state', work.now.state)
  const { prompt: _, ...rest } = work.now
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

/** The one change that reopens a consultation refused for age. */
function correct(work: Work, act: Taken<'correct'>): void {
  const { state, refusedFor, prompt: _, ...rest } = work.now
  if (state === 'withdrawn' || (state === 'refused' && refusedFor !== 'age')) {
    refuse('not-in-this-state', `the consultation is ${state}`)
  }
  work.now = { ...rest, state: state === 'refused' ? 'active' : state }
  if (setFact(work, 'date-of-birth', act['birth-date'])) reopenReaders(work, ['date-of-birth'])
}

function again(work: Work, key: string): void {
  const ended = work.now.closed.find((one) => one.key === key)
  if (!ended || !waits(work.house, ended)) return refuse('not-asked', `${key} does not wait`)
  reopen(work, ended, ended.given)
}

/** Ended without what its gate needs, and nothing but a person will ask again. */
export function waits(house: House, { pathway, outcome }: Closed): boolean {
  return pathwayOf(house, pathway).outcomes[outcome]?.then === 'waits'
}

/** In the room: only the person who takes consent opens the signing, once all that must come first has. */
function openSigning(work: Work): void {
  const stage = stageNamed(work, 'consent')
  if (work.now.stage !== 'consent' || !stage) return refuse('not-now', 'consent is not open yet')
  if (blocked(work.now, stage, work.at)) refuse('not-now', 'something must come before consent')
  const { plan: planned } = values(work.now.facts)
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

/** It may lengthen what a patient was promised, never shorten it. */
function policy(work: Work, act: Taken<'policy'>): void {
  const before = work.now.facts['reflection-hours']?.value ?? 0
  if (act['reflection-hours'] <= before)
    refuse('not-allowed', 'a clinic may only lengthen reflection')
  setFact(work, 'reflection-hours', act['reflection-hours'])
  reopenReaders(work, ['reflection-hours'])
}

function end(work: Work): void {
  const { prompt: _, ...rest } = work.now
  work.now = { ...rest, state: 'ended', open: [] }
}
