import type {
  Closed,
  FactName,
  FactValues,
  Given,
  Open,
  Pathway,
  PathwayEvent,
  Pinned,
  Question,
} from '../machines/contract.ts'
import { journeyOf, nameOf, pathwayOf } from './house.ts'
import { asksAt, begin, events, type Place, step } from './statechart.ts'
import { eventOf, knownOf, patch, refuse, same, setFact, values, type Work } from './work.ts'

/** Events that are no choices: a value, and what only the engine says. */
const OWN_EVENTS = new Set(['answered', 'not-here'])

/** Opens a pathway for the first time, or again with the answers of an earlier round. */
export function openPathway(
  work: Work,
  id: Pinned,
  stage: string,
  carried: readonly Given[] = [],
): void {
  const pathway = pathwayOf(work.house, id)
  const name = nameOf(id)
  const times = (work.now.opened[name] ?? 0) + 1
  const key = `${name}#${times}`
  const input = inputOf(pathway, values(work.now.facts))
  const place = begin(pathway.machine, input)
  const open: Open = {
    ...{ key, pathway: id, role: pathway.role, stage, since: work.at, input, carried, given: [] },
    snapshot: { value: place.value, context: place.context },
  }
  work.opened.push(key)
  if (place.guards.length > 0) note(work, open, 'opens', 'opened', place)
  patch(work, {
    open: [...work.now.open, open],
    opened: { ...work.now.opened, [name]: times },
  })
  arrive(work, pathway, open, place, 1)
}

/** Takes one answer. What it leads to is recorded on the way. */
export function answerOpen(
  work: Work,
  open: Open,
  event: PathwayEvent,
  sitting = work.command.where.sitting,
): void {
  const pathway = pathwayOf(work.house, open.pathway)
  const question = open.question
  if (!question) return refuse('not-asked', `${open.key} asks nothing`)
  const place = step(pathway.machine, open.snapshot, event)
  if (!place) return refuse('not-an-answer', `${question.id} does not take ${event.type}`)
  note(work, open, open.snapshot.value, event.type, place)
  const given = { ...givenOf(question, event), ...(sitting ? { sitting } : {}) }
  const next: Open = {
    ...open,
    snapshot: { value: place.value, context: place.context },
    given: [...open.given.filter(({ state }) => state !== question.state), given],
    carried: open.carried.filter(({ state }) => state !== question.state),
  }
  arrive(work, pathway, next, place, question.ask + 1)
}

/** Comes to a state: asks, gives again an answer that is still asked the same way, or closes. */
function arrive(work: Work, pathway: Pathway, open: Open, place: Place, ask: number): void {
  if (place.done) return close(work, pathway, open, place)
  const asks = asksAt(pathway.machine, place.value)
  if (!asks) throw new Error(`${open.pathway} rests in ${place.value}, which asks nothing`)
  const id = `${nameOf(open.pathway)}/${place.value}`
  const question: Question = {
    ...{ id, state: place.value, asks, ask },
    choices: events(pathway.machine, place.value).filter((event) => !OWN_EVENTS.has(event)),
    words: work.house.asked(id, place.context),
  }
  const asking: Open = { ...open, question }
  patch(work, { open: work.now.open.map((one) => (one.key === open.key ? asking : one)) })
  const again = carriedAnswer(pathway, asking, question, work.command.where.sitting)
  if (!again) return
  const { event: type, value } = again
  const event = { ...eventOf(work)(type), by: again.by, ...(value === undefined ? {} : { value }) }
  const from = work.transitions.length
  answerOpen(work, asking, event, again.sitting)
  const made = work.transitions[from]
  if (made) work.transitions[from] = { ...made, carried: true }
}

function carriedAnswer(
  pathway: Pathway,
  open: Open,
  question: Question,
  sitting: string | undefined,
): Given | undefined {
  const { asks } = question
  if (asks.kind === 'private' || asks.fresh) return undefined
  const again = open.carried.find(({ state }) => state === question.state)
  const elsewhere = again?.sitting === undefined || again.sitting !== sitting
  if (asks.kind === 'choice' && asks.again && elsewhere) return undefined
  if (again?.words !== question.words) return undefined
  const taken = again.event === 'answered' ? pathway.answers[question.state] : undefined
  if (again.event === 'answered' && !taken?.safeParse(again.value).success) return undefined
  return again.event === 'answered' || question.choices.includes(again.event) ? again : undefined
}

function close(work: Work, pathway: Pathway, open: Open, place: Place): void {
  const outcome = place.value
  const told = pathway.outcomes[outcome]
  if (!told) throw new Error(`${open.pathway} has no outcome ${outcome}`)
  const wrote = pathway.writes.filter((name) => place.context[name] !== undefined)
  if (!told.ensures(pick(place.context, wrote))) {
    throw new Error(`${open.pathway} ended ${outcome} without what it ensures`)
  }
  const { key, role, stage, input, given } = open
  const closed: Closed = {
    ...{ key, pathway: open.pathway, role, stage, outcome, input, given, wrote },
    at: work.at,
  }
  patch(work, {
    open: work.now.open.filter((one) => one.key !== key),
    closed: [...work.now.closed.filter((one) => one.pathway !== open.pathway), closed],
  })
  work.closed.push({ open: key, outcome })
  if (role === 'patient') work.say.push(`${nameOf(open.pathway)}/${outcome}`)
  write(work, pathway, place.context)
}

/** Facts change nowhere else but here and in a desk act. */
function write(work: Work, pathway: Pathway, context: FactValues): void {
  const said = pathway.writes.filter(
    (name) => context[name] !== undefined || !pathway.keeps?.includes(name),
  )
  const changed = said.filter(
    (name) => !seenOnPaper(work, name) && setFact(work, name, context[name]),
  )
  reopenReaders(work, changed, pathway.id)
}

/** A date of birth that staff know stands; what is typed in chat does not replace it. */
function seenOnPaper(work: Work, name: FactName): boolean {
  if (name !== 'date-of-birth') return false
  const by = work.now.facts[name]?.by.role
  return by !== undefined && by !== 'patient' && by !== 'system'
}

/** The earliest stage that opens the pathway now: what is reopened must be able to be asked. */
function stageFor(work: Work, id: Pinned, before: string): string {
  const known = knownOf(work.now, work.at)
  const journey = journeyOf(work.house, work.now.journey)
  const stage = journey.stages.find(({ opens }) =>
    opens.some(({ pathway, when }) => pathway === id && when(known)),
  )
  return stage?.name ?? before
}

/**
 * When a fact changes, every closed pathway that reads it reopens at its earliest stage
 * and every open one starts again, both with the answers that are still asked the same way.
 */
export function reopenReaders(work: Work, changed: readonly FactName[], but?: Pinned): void {
  if (changed.length === 0) return
  const reads = (id: Pinned) =>
    id !== but && pathwayOf(work.house, id).reads.some((name) => changed.includes(name))
  for (const open of work.now.open.filter(({ pathway }) => reads(pathway))) restart(work, open)
  for (const done of work.now.closed.filter(({ pathway }) => reads(pathway))) {
    if (!work.now.closed.includes(done)) continue
    const pathway = pathwayOf(work.house, done.pathway)
    if (same(done.input, inputOf(pathway, values(work.now.facts)))) continue
    reopen(work, done, done.given)
    if (!work.now.open.some((open) => open.pathway === done.pathway)) continue
    // What rested on the old facts no longer holds until somebody says so again.
    const resting = pathway.writes.filter((name) => !pathway.keeps?.includes(name))
    const voided = resting.filter((name) => setFact(work, name, undefined))
    reopenReaders(work, voided, done.pathway)
  }
}

export function reopen(work: Work, done: Closed, carried: readonly Given[]): void {
  patch(work, { closed: work.now.closed.filter((one) => one !== done) })
  openPathway(work, done.pathway, stageFor(work, done.pathway, done.stage), carried)
}

function restart(work: Work, open: Open): void {
  const pathway = pathwayOf(work.house, open.pathway)
  if (same(open.input, inputOf(pathway, values(work.now.facts)))) return
  patch(work, { open: work.now.open.filter((one) => one.key !== open.key) })
  const earlier = open.carried.filter(({ state }) => !open.given.some((one) => one.state === state))
  const stage = stageFor(work, open.pathway, open.stage)
  openPathway(work, open.pathway, stage, [...earlier, ...open.given])
}

function note(work: Work, open: Open, from: string, event: string, place: Place): void {
  const { key, pathway } = open
  work.transitions.push({ open: key, pathway, from, event, to: place.value, guards: place.guards })
}

function givenOf(question: Question, { type, value, at, by }: PathwayEvent): Given {
  const { state, words } = question
  return { state, words, event: type, ...(value === undefined ? {} : { value }), at, by }
}

function inputOf(pathway: Pathway, facts: FactValues): FactValues {
  return pick(facts, pathway.reads)
}

function pick(facts: FactValues, names: readonly FactName[]): FactValues {
  const known = names.filter((name) => facts[name] !== undefined)
  return Object.fromEntries(known.map((name) => [name, facts[name]]))
}
