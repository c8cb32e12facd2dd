import type { Act } from '../../machines/commands.ts'
import type { Actor, Asked, FactName, Open, PathwayEvent, Prompt } from '../../machines/contract.ts'
import { text } from '../../machines/facts.ts'
import { pathwayOf } from '../house.ts'
import { answerOpen, openPathway, reopenReaders } from '../opening.ts'
import { blocked, stageNamed } from '../settle.ts'
import { eventOf, onlyPatient, patch, refuse, setFact, type Work } from '../work.ts'
import { apart, openApart } from './apart.ts'
import { change } from './change.ts'
import { beginEarlier } from './earlier.ts'
import { decline } from './decline.ts'
import { STAFF } from './desk.ts'
import { lean, takeUp } from './lean.ts'
import { SUMMARY_CHOICES, summaryChoices } from './summary.ts'

/** What the engine says of a private question on a channel that is not private. */
export const NOT_HERE = 'not-here'

type Taken<type extends Act['type']> = Extract<Act, { type: type }>

/** Roles that may answer for a pathway's role when nobody is assigned. */
const STANDS_FOR: Record<string, readonly Actor['role'][]> = {
  patient: ['patient'],
  practitioner: ['practitioner', 'performer', 'supervisor', 'prescriber'],
  performer: ['performer', 'supervisor'],
}

/** Acts of the conversation, whoever holds it. False when the act is not one of these. */
export function patientAct(work: Work, act: Act): boolean {
  switch (act.type) {
    case 'answer':
      return done(answer(work, act))
    case 'choose':
      return done(choose(work, act))
    case 'change':
      return done(change(work, act))
    case 'identify':
      return done(identify(work, act))
    case 'stop':
      onlyPatient(work)
      return done(stopped(work, { id: `stopping-${work.now.seq}`, kind: 'stopping' }))
    case 'withdraw':
      return done(withdraw(work, act))
    case 'say':
      onlyPatient(work)
      return done(
        prompt(work, { id: `pass-on-${work.now.seq}`, kind: 'pass-on', words: act.words }),
      )
    case 'ask':
      onlyPatient(work)
      return done(ask(work, act.words))
    case 'ask-for-a-person':
      onlyPatient(work)
      return done(wantPerson(work, act.urgent))
    case 'ask-for-summary':
      return done(askForSummary(work))
    case 'continue-later':
      return true
    default:
      return false
  }
}

const done = (_: void): true => true

function answer(work: Work, act: Taken<'answer'>): void {
  const open = takeUp(work, act.open) ?? work.now.open.find(({ key }) => key === act.open)
  const question = open?.question
  if (!open || question?.ask !== act.ask) return refuse('not-asked', `${act.open}/${act.ask}`)
  mayAnswer(work, open)
  const said = eventOf(work)
  const { asks } = question
  if (asks.kind === 'private') return answerPrivately(work, open, act)
  const event: PathwayEvent =
    act.event === 'answered'
      ? { ...said('answered'), value: parsed(work, open, act.value) }
      : said(act.event)
  if (act.event !== 'answered' && !question.choices.includes(act.event)) {
    refuse('not-an-answer', `${question.id} does not take ${act.event}`)
  }
  answerOpen(work, open, event)
  concluded(work, open)
  lean(work, open.key)
}

function parsed(work: Work, open: Open, value: unknown): unknown {
  const schema = pathwayOf(work.house, open.pathway).answers[open.question?.state ?? '']
  const result = schema?.safeParse(value)
  if (!result?.success) return refuse('not-an-answer', `${open.question?.id} takes no such value`)
  return result.data
}

/** The open stream learns that it was answered, and nothing else. */
function answerPrivately(work: Work, open: Open, act: Taken<'answer'>): void {
  const asks = open.question?.asks
  if (asks?.kind !== 'private') return
  if (act.event === NOT_HERE && !work.command.where.private) {
    return answerOpen(work, open, eventOf(work)(NOT_HERE))
  }
  // The open record keeps the name of the event: another one would say what the value must not.
  if (act.event !== 'answered') {
    refuse('not-an-answer', `${open.question?.id} does not take ${act.event}`)
  }
  const { value, ...instead } = act
  if (!work.command.where.private)
    refuse('not-allowed', 'this is not asked on a channel that others may read')
  if (value !== undefined && !text.safeParse(value).success) {
    refuse('not-an-answer', `${open.question?.id} takes words`)
  }
  answerOpen(work, open, eventOf(work)('answered'))
  if (value === undefined) return
  const aside = apart(work, (one) => {
    setFact(one, asks.fact, value)
    openApart(one)
  })
  const { transitions, opened, closed, changed } = aside
  work.hidden = { instead, transitions, opened, closed, facts: Object.fromEntries(changed) }
}

/** What the outcome of a pathway does to the consultation as a whole. */
function concluded(work: Work, answered: Open): void {
  const end = work.closed.find(({ open }) => open === answered.key)
  const told = end && pathwayOf(work.house, answered.pathway).outcomes[end.outcome]
  if (told?.then === 'withdrawn') leave(work)
  if (end && told?.then === 'declined-by-practitioner') {
    decline(work, { pathway: answered.pathway, outcome: end.outcome })
  }
}

export function mayAnswer(work: Work, open: Open): void {
  const { now, command } = work
  if (now.state !== 'active') refuse('not-in-this-state', `the consultation is ${now.state}`)
  if (open.stage !== now.stage) refuse('not-now', `${open.key} waits for an earlier stage`)
  const stage = stageNamed(work, open.stage)
  if (stage && blocked(now, stage, work.at)) refuse('not-now', `${stage.name} is not open yet`)
  if (open.role === 'patient' && now.prompt) refuse('not-asked', now.prompt.id)
  const inTheRoom = command.by.assurance.startsWith('room-link')
  if (open.pathway.startsWith('consent-signature@') && !inTheRoom) {
    refuse('not-now', 'a signature is given in the room')
  }
  const { role, id } = command.by
  if (!STANDS_FOR[open.role]?.includes(role))
    refuse('not-you', `${open.key} is for the ${open.role}`)
  const assigned = now.team[open.role]
  const supervises = open.role === 'performer' && now.team.supervisor?.id === id
  if (open.role !== 'patient' && assigned && assigned.id !== id && !supervises) {
    refuse('not-you', `${open.key} waits for ${assigned.name}`)
  }
}

function choose(work: Work, { prompt: id, choice }: Taken<'choose'>): void {
  onlyPatient(work)
  const asked = work.now.prompt
  if (asked?.id !== id) return refuse('not-asked', id)
  const choices: Record<string, () => void> = {
    'stop-for-now': () => stopped(work, { id: `paused-${work.now.seq}`, kind: 'paused' }),
    'i-do-not-want-this': () => leave(work),
    'carry-on': () => carryOn(work, asked.kind),
    'pass-on': () => asked.kind === 'pass-on' && ask(work, asked.words),
    'leave-it': () => work.say.push('consultation/left-it'),
    settled: () => asked.kind === 'settle' && settled(work, asked.question, true),
    'not-settled': () => asked.kind === 'settle' && settled(work, asked.question, false),
    ...summaryChoices(work),
  }
  const chosen = PROMPT_CHOICES[asked.kind].includes(choice) ? choices[choice] : undefined
  if (!chosen) return refuse('not-an-answer', `${asked.kind} does not take ${choice}`)
  const { prompt: _, ...rest } = work.now
  work.now = rest
  chosen()
}

export const PROMPT_CHOICES: Record<Prompt['kind'], readonly string[]> = {
  stopping: ['stop-for-now', 'i-do-not-want-this', 'carry-on'],
  paused: ['carry-on', 'i-do-not-want-this'],
  'pass-on': ['pass-on', 'leave-it'],
  settle: ['settled', 'not-settled'],
  summary: SUMMARY_CHOICES,
}

function prompt(work: Work, asked: Prompt, state = work.now.state): void {
  const over = work.now.state === 'withdrawn' || work.now.state === 'refused'
  patch(work, { prompt: asked, ...(over ? {} : { state }) })
}

function stopped(work: Work, asked: Prompt): void {
  prompt(work, asked, 'paused')
  if (work.now.pausedBy === undefined) patch(work, { pausedBy: 'patient' })
}

/** A pause of the clinic's is the clinic's to end. */
function carryOn(work: Work, from: Prompt['kind']): void {
  const { pausedBy, ...rest } = work.now
  if (pausedBy === 'staff') return
  if (from === 'paused') work.say.push('consultation/resumed')
  work.now = { ...rest, state: 'active' }
}

/** Who can see the screen is asked each time, whatever was chosen before. */
function askForSummary(work: Work): void {
  onlyPatient(work)
  prompt(work, { id: `summary-${work.now.seq}`, kind: 'summary' })
}

function ask(work: Work, words: string): void {
  const question: Asked = { id: `question-${work.now.seq}`, words, at: work.at, settled: false }
  patch(work, { questions: [...work.now.questions, question] })
  work.say.push('consultation/passed-on')
}

/** Closes only when the patient says so. */
function settled(work: Work, id: string, isSettled: boolean): void {
  const questions = work.now.questions.map((question) => {
    if (question.id !== id) return question
    const { reply: _, ...unanswered } = question
    return isSettled ? { ...question, settled: true } : unanswered
  })
  patch(work, { questions })
  work.say.push(isSettled ? 'consultation/settled' : 'consultation/not-settled')
}

function identify(work: Work, act: Taken<'identify'>): void {
  onlyPatient(work)
  askCompanyAgain(work)
  beginEarlier(work)
  if (work.now.closed.some(({ pathway }) => pathway.startsWith('age@'))) return
  const name: FactName = 'birth-date-at-door'
  if (setFact(work, name, act['birth-date'])) reopenReaders(work, [name])
}

/** Who is with the patient may be another today: what is asked in private begins anew. */
function askCompanyAgain(work: Work): void {
  for (const open of work.now.open.filter(({ question }) => question?.asks.kind === 'private')) {
    patch(work, { open: work.now.open.filter((one) => one !== open) })
    openPathway(work, open.pathway, open.stage)
  }
}

/** Any member of staff who may speak with a patient; who only reads, writes nothing. */
function withdraw(work: Work, act: Taken<'withdraw'>): void {
  const { role } = work.command.by
  if (role !== 'patient' && !STAFF.includes(role)) refuse('not-you', `not for the ${role}`)
  if (role !== 'patient' && act['on-word-of-patient'] !== true) {
    refuse('not-allowed', 'staff withdraw only on the word of the patient')
  }
  leave(work)
}

function leave(work: Work): void {
  const { prompt: _, ...rest } = work.now
  work.now = { ...rest, state: 'withdrawn', open: [] }
}

function wantPerson(work: Work, urgent: boolean): void {
  const wanted = { id: `person-${work.now.seq}`, urgent, at: work.at }
  patch(work, { wanted: [...work.now.wanted, wanted] })
  // First whom to ring now: nobody may be there for hours.
  if (urgent) work.say.push('consultation/help-now')
  work.say.push('consultation/person-coming')
}
