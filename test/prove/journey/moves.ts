/** What anybody may do next in a consultation: answer, act at the desk, wait. */
import type { Act } from '../../../machines/commands.ts'
import type { Actor, Command, Consultation, Instant, Open } from '../../../machines/contract.ts'
import { mayBeAsked, waits } from '../../../bot/acts/desk.ts'
import { PROMPT_CHOICES } from '../../../bot/acts/patient.ts'
import { askedOf } from '../../../bot/settle.ts'
import type { House } from '../../../bot/house.ts'
import { instant } from '../../../machines/time.ts'
import { ANOTHER, DAY, LEAD, PATIENT, PERFORMER, PRACTITIONER, SUPERVISOR } from '../bounds.ts'
import { commanded } from '../engine.ts'
import { BIRTHS } from './domains.ts'
import type { Stubbed } from './stubs.ts'

export interface Move {
  readonly command: Command
  /** Something that a plain consultation does without: few of them, at every point. */
  readonly turn: boolean
}

const ON_THE_DAY = instant('2026-03-20T10:00:00.000Z')
const BIRTHDAY = instant('2026-03-10T00:00:00.000Z')

const PLANS = [PERFORMER, ANOTHER].map((one) => ({
  ...{ performer: one.id, supervisor: SUPERVISOR.id, premises: 'larkfield-main', product: 'A' },
  date: DAY,
}))

export function movesOf({ house, turning }: Stubbed, now: Consultation): readonly Move[] {
  const plain = [...choices(now), ...desk(house, now), ...later(now)]
  return [
    ...answers(now).map(([open, command]) => {
      const event = command.act.type === 'answer' ? command.act.event : ''
      return { command, turn: turning(open.pathway, event) }
    }),
    ...plain.map((command) => ({ command, turn: false })),
    ...[...turns(now), ...idle(now)].map((command) => ({ command, turn: true })),
  ]
}

const said = (now: Consultation, act: Act, by: Actor, at: Instant = now.last): Command =>
  commanded(act, by, at)

/** One thing at a time: pathways of staff see nothing of one another, so their order is no matter. */
function answers(now: Consultation): readonly (readonly [Open, Command])[] {
  const asked = askedOf(now)
  const mine = now.prompt ? undefined : asked.find(({ role }) => role === 'patient')
  const theirs = asked
    .filter(({ role }) => role !== 'patient')
    .sort((one, other) => (one.pathway < other.pathway ? -1 : 1))[0]
  return [mine, theirs].flatMap((open) =>
    open ? answered(now, open).map((command) => [open, command] as const) : [],
  )
}

export function actorFor({ role }: Open): Actor {
  if (role === 'patient') return PATIENT
  if (role === 'safeguarding') return LEAD
  return role === 'performer' ? PERFORMER : PRACTITIONER
}

function answered(now: Consultation, open: Open): readonly Command[] {
  const { question } = open
  return (question?.choices ?? []).map((event) =>
    said(now, { type: 'answer', open: open.key, ask: question?.ask ?? 1, event }, actorFor(open)),
  )
}

function choices(now: Consultation): readonly Command[] {
  const { prompt } = now
  if (!prompt) return []
  return PROMPT_CHOICES[prompt.kind].map((choice) =>
    said(now, { type: 'choose', prompt: prompt.id, choice }, PATIENT),
  )
}

/** What the clinic does to bring things on. */
function desk(house: House, now: Consultation): readonly Command[] {
  const { facts, closed, questions, state } = now
  const acts: (readonly [Act, Actor])[] = []
  const begun = now.stage === 'consultation'
  if (!facts['treatment-class'])
    acts.push(...(begun ? TREATMENTS : []).map((act) => [act, PRACTITIONER] as const))
  else if (!facts.plan) acts.push([{ type: 'plan', plan: PLANS[0] as never }, PRACTITIONER])
  if (now.stage === 'consent') acts.push([{ type: 'open-signing' }, PERFORMER])
  for (const one of closed) {
    if (waits(house, one) && mayBeAsked(house, one, now.last))
      acts.push([{ type: 'again', open: one.key }, PERFORMER])
  }
  const open = questions.find(({ settled, reply }) => !settled && !reply)
  if (open) acts.push([{ type: 'reply', question: open.id, words: 'No.' }, PRACTITIONER])
  if (state === 'paused') acts.push([{ type: 'resume' }, PRACTITIONER])
  return acts.map(([act, by]) => said(now, act, by))
}

const TREATMENTS = (['laser', 'filler'] as const).map((kind): Act => ({
  type: 'propose',
  class: kind,
  name: `A ${kind}`,
}))

/** Time's own turn, at the moments when it can change anything. */
function later(now: Consultation): readonly Command[] {
  const ends = now.facts['reflection-ends-at']?.value
  const treated = ['consent', 'treatment-day', 'aftercare'].includes(now.stage)
  return ticks(now, [...(ends ? [ends] : []), ...(treated ? [ON_THE_DAY] : [])])
}

/** Time that passes where nothing waits for it. */
function idle(now: Consultation): readonly Command[] {
  const room = now.facts['in-the-room-since']?.value
  const shut = room && instant(new Date(Date.parse(room) + 3_600_001).toISOString())
  return ticks(now, [...(shut ? [shut] : []), BIRTHDAY, ON_THE_DAY])
}

function ticks(now: Consultation, moments: readonly Instant[]): readonly Command[] {
  const passed = moments.filter((at) => at > now.last)
  return passed.map((at) => said(now, { type: 'tick' }, CLOCK, at))
}

const CLOCK: Actor = { id: 'candour', role: 'system', assurance: 'system' }

/** Changes of mind, of circumstances and of facts. */
function turns(now: Consultation): readonly Command[] {
  const { facts, closed } = now
  const other = PLANS.find(({ performer }) => performer !== facts.plan?.value.performer)
  const births = BIRTHS.filter((birth) => birth !== facts['date-of-birth']?.value)
  const acts: (readonly [Act, Actor])[] = [
    [{ type: 'withdraw' }, PATIENT],
    [{ type: 'stop' }, PATIENT],
    [{ type: 'ask-for-a-person', urgent: false }, PATIENT],
    [{ type: 'pause' }, PRACTITIONER],
    [{ type: 'stand-in', gates: ['age-verified'] }, PRACTITIONER],
    [{ type: 'decline', reason: 'A reason.' }, PRACTITIONER],
    [{ type: 'end' }, PRACTITIONER],
    ...(now.questions.some(({ settled }) => !settled)
      ? []
      : [[{ type: 'ask', words: 'Will it hurt?' }, PATIENT] as const]),
    ...(facts['treatment-class'] || now.stage !== 'consultation'
      ? TREATMENTS.map((act) => [act, PRACTITIONER] as const)
      : []),
    ...(facts.plan && other ? [[{ type: 'plan', plan: other } as Act, PRACTITIONER] as const] : []),
    ...(facts['date-of-birth']
      ? births.map(
          (birth) =>
            [{ type: 'correct', 'birth-date': birth, seen: 'passport' }, PRACTITIONER] as const,
        )
      : []),
    ...closed
      .filter(({ role }) => role === 'patient')
      .map(({ key }) => [{ type: 'change', open: key, state: 'ends' }, PATIENT] as const),
  ]
  return acts.map(([act, by]) => said(now, act, by))
}
