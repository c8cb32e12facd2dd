import type { Advanced, Command, Consultation, RecordDraft, Refusal } from '../machines/contract.ts'
import { answerApart, openedApart } from './acts/apart.ts'
import { deskAct } from './acts/desk.ts'
import { leaningsOf } from './acts/lean.ts'
import { patientAct } from './acts/patient.ts'
import { begun } from './acts/start.ts'
import { dueOf } from './due.ts'
import type { House } from './house.ts'
import { isRestrictedPack, packApart } from './acts/pack-apart.ts'
import { askedOf, isMet, settle, stageNamed } from './settle.ts'
import { knownOf, onlyPatient, patch, refuse, Refused, type Work } from './work.ts'

/** What is taken of a consultation that the patient left or that was refused. */
const AFTER_THE_END = new Set([
  ...['ask', 'say', 'choose', 'ask-for-a-person', 'ask-for-summary', 'tick', 'correct'],
  // a question asked after the end still deserves an answer
  ...['pack', 'summary', 'reply', 'attend', 'identify', 'continue-later', 'make-link'],
])

/** What is still taken when all is over. */
const ALWAYS = new Set(['ask-for-a-person', 'ask-for-summary', 'attend', 'pack', 'summary'])

/** What is taken of a tree that staff started alone. */
const ALONE = new Set(['answer', 'end', 'pack', 'tick'])

/**
 * Takes one command: pure and total. Gives the next consultation with what goes on
 * record, or says why nothing changed. The consultation is `undefined` for a start.
 */
export function advance(
  house: House,
  consultation: Consultation | undefined,
  command: Command,
): Advanced | Refusal {
  const was = begun(consultation, command)
  const work: Work = {
    ...{ house, command, at: command.at, was, now: was },
    ...{ transitions: [], opened: [], closed: [], changed: new Map(), say: [] },
  }
  try {
    take(work, consultation)
    if (work.alone) return advancedAlone(work, work.alone)
    settle(work)
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  return advanced(work)
}

function take(work: Work, before: Consultation | undefined): void {
  const { act } = work.command
  if (before === undefined) {
    if (act.type !== 'start') refuse('unknown', 'this consultation has not begun')
    return
  }
  if (act.type === 'language') return speak(work, act.locale)
  // A concern is seen through whatever became of the consultation.
  const concern = openedApart(work, act)
  if (concern && act.type === 'answer') return answerApart(work, concern, act)
  if (isRestrictedPack(act)) return packApart(work, act)
  const stillHeard =
    ALWAYS.has(act.type) || (act.type === 'choose' && before.prompt?.kind === 'summary')
  if (before.state === 'ended' && !stillHeard) {
    refuse('not-in-this-state', 'the consultation has ended')
  }
  const over = before.state === 'withdrawn' || before.state === 'refused'
  if (before.state === 'refused' && act.type === 'withdraw') return void patientAct(work, act)
  if (over && !AFTER_THE_END.has(act.type)) {
    refuse('not-in-this-state', `the consultation is ${before.state}`)
  }
  if (act.type === 'start') refuse('not-now', 'the consultation has begun already')
  if (before.facts.author && !ALONE.has(act.type)) {
    refuse('not-in-this-state', 'this was begun by somebody of the clinic, and has no patient')
  }
  if (act.type === 'tick') {
    if (work.command.by.role !== 'system') refuse('not-you', 'only the clock ticks')
    return
  }
  if (!patientAct(work, act) && !deskAct(work, act)) refuse('unknown', act.type)
}

/** In every state: whatever is said, the patient must be able to read it. */
function speak(work: Work, locale: string): void {
  onlyPatient(work)
  patch(work, { language: locale })
}

function advanced(work: Work): Advanced {
  const { now, command, hidden } = work
  const seq = { open: now.seq + 1, restricted: now.restricted.seq + (hidden ? 1 : 0) }
  const next = {
    ...now,
    last: work.at,
    seq: seq.open,
    restricted: {
      ...{ ...now.restricted, seq: seq.restricted },
      ...(hidden ? { last: work.at } : {}),
    },
  }
  const due = dueOf(next, work.at)
  const open = draftOf(work)
  const { instead: _, ...truth } = hidden ?? {}
  return {
    ...{ next, open, say: work.say.map((say) => ({ say })) },
    ...(hidden ? { restricted: { ...open, ...truth, command } } : {}),
    ...(due ? { due } : {}),
  }
}

/** The open part stays to the letter what it was, its last moment included. */
function advancedAlone({ now, at, command }: Work, aside: Work): Advanced {
  const { restricted } = now
  const next = { ...now, restricted: { ...restricted, seq: restricted.seq + 1, last: at } }
  const asks = [...restricted.open, ...leaningsOf(now)].map(askOf)
  const draft: RecordDraft = {
    ...{ command, transitions: aside.transitions, opened: aside.opened, closed: aside.closed },
    ...factsOf(aside),
    gates: [],
    after: { state: now.state, stage: now.stage, asks },
  }
  return { next, restricted: draft, say: [] }
}

function factsOf({ changed }: Work): Pick<RecordDraft, 'facts' | 'retracted'> {
  const facts = [...changed].filter(([, value]) => value !== undefined)
  const retracted = [...changed].filter(([, value]) => value === undefined)
  return { facts: Object.fromEntries(facts), retracted: retracted.map(([name]) => name) }
}

function draftOf(work: Work): RecordDraft {
  const { now } = work
  return {
    command: work.hidden ? { ...work.command, act: work.hidden.instead } : work.command,
    transitions: work.transitions,
    ...{ opened: work.opened, closed: work.closed },
    ...factsOf(work),
    gates: gatesOf(work),
    after: {
      ...{ state: now.state, stage: now.stage },
      asks: [...(now.prompt ? [now.prompt.id] : []), ...askedOf(now).map(askOf)],
    },
  }
}

const askOf = ({ key, question }: Consultation['open'][number]): string =>
  `${key}/${question?.state ?? ''}/${question?.ask ?? 0}`

function gatesOf(work: Work): RecordDraft['gates'] {
  const stage = stageNamed(work, work.now.stage)
  const known = knownOf(work.now, work.at)
  return [...(stage?.entry ?? []), ...(stage?.gates ?? [])].map((gate) => ({
    ...{ gate: gate.name, met: isMet(work.now, gate, known) },
    ...(work.now.stoodIn.includes(gate.name) ? { stoodIn: true as const } : {}),
  }))
}

export { askOf }
