import type {
  Consultation,
  FactValues,
  Gate,
  Journey,
  Known,
  Open,
  Prompt,
  Stage,
} from '../machines/contract.ts'
import { ageOn, type Day, dayOf, type Instant, reflectionEnds } from '../machines/time.ts'
import { minimumAgeFor } from '../machines/parameters/minimum-age.ts'
import { type House, journeyOf, pathwayOf } from './house.ts'
import { openPathway, reopenReaders } from './opening.ts'
import { noteReminder } from './reminders.ts'
import { CANDOUR, knownOf, patch, setFact, values, type Work } from './work.ts'

/** No journey takes more rounds than this to come to rest; more is a circle. */
const ROUNDS = 50

/**
 * Brings the consultation to rest after a command: what follows from the day, which
 * pathways open, which stage it is in, what is asked first.
 */
export function settle(work: Work): void {
  if (work.now.state === 'active' || work.now.state === 'paused') {
    for (
      let round = 0;
      derive(work) || unplan(work) || unstand(work) || openNext(work);
      round += 1
    ) {
      if (round > ROUNDS) throw new Error(`${work.now.journey} does not come to rest`)
    }
    refuseTooYoung(work)
    const stage = stageOf(work)
    patch(work, isLast(work, stage) ? { stage, state: 'ended' } : { stage })
    noteReminder(work)
  }
  // Whoever is told no reads that first; what is left to settle comes with the next turn.
  const toldNo = work.now.state === 'refused' && work.was.state !== 'refused'
  if (!toldNo) patch(work, prompted(work.now))
}

/** What follows from other facts and from the day: age, and when reflection may end. */
function derive(work: Work): boolean {
  const facts = values(work.now.facts)
  const { 'date-of-birth': birth, plan } = facts
  const derived = {
    'age-band': birth && bandOn(birth, dayOf(work.at)),
    'age-band-on-treatment-day': birth && plan && bandOn(birth, plan.date),
    'reflection-ends-at': reflectionEnd(facts),
  }
  const names = Object.keys(derived) as (keyof typeof derived)[]
  const changed = names.filter((name) => setFact(work, name, derived[name], CANDOUR))
  reopenReaders(work, changed)
  return changed.length > 0
}

function reflectionEnd(facts: FactValues): Instant | undefined {
  const { 'pack-delivered-at': delivered, 'reflection-hours': hours } = facts
  // Without the clinic's own minimum nothing elapses: no number of ours stands in for it.
  if (delivered === undefined || !hours) return undefined
  return reflectionEnds(delivered, hours)
}

export function bandOn(birth: Day, on: Day): NonNullable<FactValues['age-band']> {
  const age = ageOn(birth, on)
  return age < 16 ? 'under-16' : age < 18 ? '16-17' : 'adult'
}

/** A booking under the age that the law sets does not stand, whatever changed to make it one. */
function unplan(work: Work): boolean {
  const facts = values(work.now.facts)
  const { plan, 'date-of-birth': birth, 'treatment-class': kind } = facts
  const where = facts['place-of-treatment']
  if (!plan || !birth || !kind || !where) return false
  const tooYoung = [dayOf(work.at), plan.date].some((on) => {
    const minimum = minimumAgeFor(where, kind, on)
    return minimum !== undefined && ageOn(birth, on) < minimum.years
  })
  if (!tooYoung) return false
  setFact(work, 'plan', undefined, CANDOUR)
  reopenReaders(work, ['plan'])
  return true
}

/** A stand-in is for what it was given for, and for nothing that came in its place. */
function unstand(work: Work): boolean {
  if (work.now.stoodIn.length === 0) return false
  const { stages } = journeyOf(work.house, work.now.journey)
  const fallen = stages
    .flatMap(({ entry, gates }) => [...entry, ...gates])
    .filter(({ restsOn = [] }) =>
      restsOn.some((name) => work.was.facts[name] && work.changed.has(name)),
    )
    .map(({ name }) => name)
  const stoodIn = work.now.stoodIn.filter((name) => !fallen.includes(name))
  if (stoodIn.length === work.now.stoodIn.length) return false
  patch(work, { stoodIn })
  return true
}

/** The statutory bar on age is the only refusal that needs no person, however it was come to. */
function refuseTooYoung(work: Work): void {
  const barred = work.closed.some(({ open, outcome }) => {
    const ended = work.now.closed.find(({ key }) => key === open)
    const told = ended && pathwayOf(work.house, ended.pathway).outcomes[outcome]
    return told?.then === 'refused-for-age'
  })
  if (barred || work.now.facts['age-band']?.value === 'under-16') refuseForAge(work)
}

export function refuseForAge(work: Work): void {
  patch(work, { state: 'refused', refusedFor: 'age', open: [] })
}

/** Opens one pathway of the first stage that is not done; false when there is none to open. */
function openNext(work: Work): boolean {
  const journey = journeyOf(work.house, work.now.journey)
  const stage = journey.stages[stageIndex(work, journey)]
  if (!stage || blocked(work.now, stage, work.at)) return false
  const known = knownOf(work.now, work.at)
  dropUnneeded(work, stage, known)
  // One thing at a time for the patient, in the journey's order.
  const busy = work.now.open.some(({ role, stage: at }) => role === 'patient' && at === stage.name)
  const next = stage.opens.find(
    ({ pathway, when }) =>
      when(known) &&
      !isOpen(work.now, pathway) &&
      !isClosed(work.now, pathway) &&
      !(busy && pathwayOf(work.house, pathway).role === 'patient'),
  )
  if (!next) return false
  openPathway(work, next.pathway, stage.name)
  return true
}

/** A pathway opened for a reason that has gone: a date of birth was corrected, a birthday passed. */
function dropUnneeded(work: Work, stage: Stage, known: Known): void {
  const needed = new Set(
    stage.opens.filter(({ when }) => when(known)).map(({ pathway }) => pathway),
  )
  const dropped = work.now.open.filter(
    (one) => one.stage === stage.name && !needed.has(one.pathway),
  )
  for (const { key } of dropped) work.closed.push({ open: key, outcome: 'no-longer-needed' })
  patch(work, { open: work.now.open.filter((one) => !dropped.includes(one)) })
}

const isOpen = (now: Consultation, id: string) => now.open.some(({ pathway }) => pathway === id)
const isClosed = (now: Consultation, id: string) => now.closed.some(({ pathway }) => pathway === id)

/** The first stage that is not done: with something open, to be opened, or behind a closed gate. */
function stageIndex(work: Work, journey: Journey): number {
  const known = knownOf(work.now, work.at)
  const index = journey.stages.findIndex((stage) => !isDone(work.now, stage, known))
  return index < 0 ? journey.stages.length - 1 : index
}

function isDone(now: Consultation, stage: Stage, known: Known): boolean {
  const waiting = stage.opens.some(({ pathway, when }) => when(known) && !isClosed(now, pathway))
  const lingering = now.open.some((one) => one.stage === stage.name)
  // Once all that it opens is done, what had to come before it is not asked again.
  const gates = stage.opens.length > 0 ? stage.gates : [...stage.entry, ...stage.gates]
  return !waiting && !lingering && gates.every((gate) => isMet(now, gate, known))
}

function isLast(work: Work, stage: string): boolean {
  return journeyOf(work.house, work.now.journey).stages.at(-1)?.name === stage
}

function stageOf(work: Work): string {
  const journey = journeyOf(work.house, work.now.journey)
  const stage = journey.stages[stageIndex(work, journey)]
  if (!stage) throw new Error(`${journey.id} has no stages`)
  return stage.name
}

export function stageNamed(work: Pick<Work, 'house' | 'now'>, name: string): Stage | undefined {
  return journeyOf(work.house, work.now.journey).stages.find((stage) => stage.name === name)
}

export function isMet(now: Consultation, gate: Gate, known: Known): boolean {
  return gate.met(known) || (gate.awaits !== undefined && now.stoodIn.includes(gate.name))
}

/** An entry gate is closed: nothing of the stage opens, and nothing open in it is answered. */
export function blocked(now: Consultation, stage: Stage, at: Instant): boolean {
  const known = knownOf(now, at)
  return !stage.entry.every((gate) => isMet(now, gate, known))
}

/** The gates of the present stage that are still closed. */
export function closedGates(house: House, now: Consultation): readonly Gate[] {
  const stage = stageNamed({ house, now }, now.stage)
  const known = knownOf(now, now.last)
  return [...(stage?.entry ?? []), ...(stage?.gates ?? [])].filter(
    (gate) => !isMet(now, gate, known),
  )
}

/** A question that staff have answered is put to the patient as soon as nothing else is asked. */
function prompted(now: Consultation): Partial<Consultation> {
  if (now.prompt) return {}
  // Only the clinic ends a pause of the clinic's: there is nothing to choose.
  if (now.state === 'paused' && now.pausedBy === 'staff') return {}
  if (now.state === 'paused') return { prompt: { id: `paused-${now.seq}`, kind: 'paused' } }
  const answered = now.questions.find(({ reply, settled }) => reply && !settled)
  if (!answered) return {}
  const prompt: Prompt = { id: `settle-${now.seq}`, kind: 'settle', question: answered.id }
  return { prompt }
}

/** What a patient may answer now: of the current stage, first opened first. */
export function askedOf(now: Consultation): readonly Open[] {
  if (now.state !== 'active') return []
  return now.open.filter(({ stage }) => stage === now.stage)
}
