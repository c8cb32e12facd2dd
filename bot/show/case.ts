import type { Actor, Consultation, FactName, KnownFact, Open } from '../../machines/contract.ts'
import type { Instant } from '../../machines/time.ts'
import { isOfSurvey, unwell } from '../after-treatment.ts'
import { leaningFor } from '../acts/lean.ts'
import type { Payload } from '../evidence/record.ts'
import { journeyOf, nameOf } from '../house.ts'
import { asQuestion } from '../reply.ts'
import { waitingReminder } from '../reminders.ts'
import { isMet } from '../settle.ts'
import { knownOf } from '../work.ts'
import { wayOf } from '../written.ts'
import { inPrivate } from '../private-words.ts'
import type { Asking, CaseView, FactLine, GateLine, PathLine, StaffPrompt } from '../views/desk.ts'
import type { Words } from '../words.ts'
import { isClinical } from '../../machines/facts.ts'
import { drawingsOf } from './drawings.ts'
import { eventInWords } from './event.ts'
import { againIn, endWaitsOf, offersOf } from './offers.ts'
import { contactInWords, contactOf, personOf } from './person.ts'
import { nameOfPerson, readsClinical, readsRestricted, seesFact } from './who.ts'
import { factInWords, factLabel, gateLabel, humanise, inWords, who } from './words.ts'

/** A consultation as a viewer sees it who may: see `looking.ts`. */
export function caseView(
  words: Words,
  now: Consultation,
  payloads: readonly Payload[],
  viewer: Actor,
  at: Instant,
): CaseView {
  const { stages } = journeyOf(words.house, now.journey)
  const clinical = readsClinical(viewer)
  return {
    ...{ ...askingView(words, now, viewer), state: now.state, stage: now.stage },
    ...(now.refusedFor ? { refusedFor: now.refusedFor } : {}),
    ...(now.state === 'paused' && now.pausedBy ? { pausedBy: now.pausedBy } : {}),
    ...{ stages: stages.map(({ name }) => name), demo: now.mode === 'demo' },
    ...{ person: personOf(words, now, viewer), facts: factsOf(words, now, viewer) },
    waits: waitsOf(now, viewer),
    again: clinical ? againOf(words, now, at) : [],
    questions: clinical ? questionsOf(now) : [],
    wanted: wantedOf(now),
    ...(clinical ? saidAfter(words, now) : {}),
    gates: clinical ? gatesOf(words, now, at) : [],
    team: Object.entries(now.team).map(([role, { name }]) => ({
      role: role as Actor['role'],
      name,
    })),
    ...{ ...planOf(words, now), ...reminderIn(words, now) },
    ...{ ...written(now), ...summaryIn(now, clinical) },
    ...{ offers: offersOf(words, now, viewer, at), endWaits: endWaitsOf(now, viewer) },
    declines: readsRestricted(viewer)
      ? now.restricted.declines.map(({ by, at, reason, outcome }) => ({
          ...{ by: who(by), at, reason, ...(outcome ? { outcome } : {}) },
        }))
      : [],
    path: pathOf(words, payloads, clinical),
    drawings: drawingsOf(words, now, payloads, viewer),
  }
}

/** The same, as far as it asks the viewer something. */
export function askingView(words: Words, now: Consultation, viewer: Actor): Asking {
  return {
    ...{ consultation: now.id, who: nameOfPerson(now) },
    ...{ ...aloneIn(words, now), interruptions: interruptionsOf(now) },
    prompts: promptsOf(words, now, viewer),
  }
}

function aloneIn(words: Words, now: Consultation): Pick<CaseView, 'alone'> {
  if (!now.facts.author) return {}
  const ended = now.closed.at(-1)
  const pathway = nameOf(ended?.pathway ?? now.open[0]?.pathway ?? '@')
  const result = ended && words.show(`${pathway}/${ended.outcome}`, now).text
  return { alone: { tree: humanise(pathway), ...(result === undefined ? {} : { result }) } }
}

function written(now: Consultation): Pick<CaseView, 'written'> {
  const way = wayOf(now)
  return way ? { written: way } : {}
}

function summaryIn({ summary }: Consultation, clinical: boolean): Pick<CaseView, 'summary'> {
  if (!summary || summary.made || summary.way === 'show-it-here') return {}
  const { at, way } = summary
  return { summary: { at, ...(clinical ? { way } : {}) } }
}

function wantedOf({ wanted }: Consultation): CaseView['wanted'] {
  return wanted
    .filter((one) => !isOfSurvey(one))
    .map(({ id, urgent, at, attended }) => ({
      ...{ id, urgent, at, attended: attended !== undefined },
    }))
}

function saidAfter({ catalogue }: Words, now: Consultation): Pick<CaseView, 'saidAfter'> {
  const found = unwell(now)
  if (!found) return {}
  const says = found.given.map(({ state, event }) => {
    const { short, choices } = catalogue.get(`feedback/${state}`)
    return `${short ?? humanise(state)}: ${choices[event]?.label ?? humanise(event)}`
  })
  return { saidAfter: { id: found.id, at: found.since, says } }
}

function reminderIn(words: Words, now: Consultation): Pick<CaseView, 'reminder'> {
  const [waiting, contact] = [waitingReminder(now), contactOf(now)]
  if (!waiting || !contact) return {}
  const { text } = words.show('consultation/reminder', now)
  return { reminder: { id: waiting.id, at: waiting.at, way: contactInWords(contact), words: text } }
}

function againOf(words: Words, now: Consultation, at: Instant): CaseView['again'] {
  return againIn(words, now, at).map(({ key, pathway, outcome }) => ({
    ...{ open: key, pathway: humanise(nameOf(pathway)), outcome: humanise(outcome) },
  }))
}

function questionsOf(now: Consultation): CaseView['questions'] {
  return now.questions.map(({ id, words, at, reply, settled }) => ({
    ...{ id, words, at, settled, ...(reply ? { reply: reply.words } : {}) },
  }))
}

function interruptionsOf(now: Consultation): CaseView['interruptions'] {
  const band = now.facts['age-band']?.value
  const young = band !== undefined && band !== 'adult'
  return [
    ...(young ? ['age' as const] : []),
    ...(now.state === 'withdrawn' ? ['withdrawn' as const] : []),
  ]
}

function factsOf(words: Words, now: Consultation, viewer: Actor): readonly FactLine[] {
  const facts = Object.entries(now.facts) as [FactName, KnownFact][]
  return (
    facts
      // What was said before counts here only once the patient has confirmed it.
      .filter(([name]) => name !== 'earlier-health' && seesFact(viewer, name))
      .map(([name, { value, by, at }]) => ({
        ...{ name, label: factLabel(words, name), value: factInWords(words, name, value) },
        ...{ by: who(by), at, clinical: isClinical(name) },
      }))
  )
}

function promptsOf(words: Words, now: Consultation, viewer: Actor): readonly StaffPrompt[] {
  const concerns = viewer.role === 'safeguarding' ? now.restricted.open : []
  const own = concerns.flatMap((open) => {
    const { apart, labelled } = inPrivate(words, now, open)
    return promptOf(words, apart, labelled)
  })
  if (now.state !== 'active') return own
  const open = now.open.filter((one) => isFor(now, one, viewer))
  const asked = open.map((one) => leaningFor(now, one, viewer.id) ?? one)
  return [...own, ...asked.flatMap((one) => promptOf(words, now, one))]
}

function promptOf(words: Words, now: Consultation, open: Open): readonly StaffPrompt[] {
  const { question } = open
  if (!question) return []
  // Two pathways may be open at once: each is shown with what it alone has heard.
  const shown = words.show(question.id, { ...now, open: [open], stage: open.stage })
  const label = (id: string) => shown.choices.find((one) => one.id === id)?.label ?? id
  const listed = (ids: readonly string[]) => ids.map((id) => ({ id, label: label(id) }))
  return [
    {
      ...{ open: open.key, ask: question.ask, pathway: open.pathway, text: shown.text },
      question: asQuestion(words, open, question, listed),
      ...(now.team[open.role] ? { assignee: now.team[open.role]?.name ?? '' } : {}),
      ...(now.facts.author ? beforeIt(words, open) : {}),
    },
  ]
}

/** `Medicines: I am not sure`: many questions lead to where a post is held. */
function beforeIt({ catalogue }: Words, { pathway, given }: Open): Pick<StaffPrompt, 'before'> {
  const last = given.at(-1)
  const id = `${nameOf(pathway)}/${last?.state ?? ''}`
  if (!last || !catalogue.has(id)) return {}
  const { short, choices } = catalogue.get(id)
  const label = choices[last.event]?.label
  return label === undefined ? {} : { before: `${short ?? humanise(last.state)}: ${label}` }
}

const MAY: Readonly<Record<string, readonly string[]>> = {
  practitioner: ['practitioner', 'performer', 'supervisor', 'prescriber'],
  performer: ['performer', 'supervisor'],
}

function isFor(now: Consultation, open: Open, { role, id }: Actor): boolean {
  if (open.stage !== now.stage || !MAY[open.role]?.includes(role)) return false
  const assigned = now.team[open.role]
  return (
    !assigned || assigned.id === id || (open.role === 'performer' && now.team.supervisor?.id === id)
  )
}

function waitsOf(now: Consultation, viewer: Actor): CaseView['waits'] {
  return now.open
    .filter((open) => open.stage === now.stage && !isFor(now, open, viewer))
    .map(({ pathway, role, since }) => ({
      pathway: humanise(pathway.split('@')[0] ?? ''),
      role,
      since,
    }))
}

function gatesOf(words: Words, now: Consultation, at: Instant): readonly GateLine[] {
  const known = knownOf(now, at)
  const { stages } = journeyOf(words.house, now.journey)
  return stages.flatMap(({ name: stage, entry, gates }) =>
    [...entry, ...gates].map((gate) => ({
      ...{ stage, gate: gate.name, label: gateLabel(words, gate.name) },
      ...{ met: isMet(now, gate, known), clauses: [...gate.met.clauses] },
      ...(gate.awaits ? { awaits: gate.awaits } : {}),
      stoodIn: now.stoodIn.includes(gate.name),
    })),
  )
}

function planOf(words: Words, now: Consultation): Pick<CaseView, 'plan'> {
  const plan = now.facts.plan?.value
  if (!plan) return {}
  const { performer, supervisor, premises, product, date } = plan
  return {
    plan: {
      ...{ performer: inWords(words, performer), premises, product, date: inWords(words, date) },
      ...(supervisor ? { supervisor: inWords(words, supervisor) } : {}),
    },
  }
}

function pathOf(
  words: Words,
  payloads: readonly Payload[],
  clinical: boolean,
): readonly PathLine[] {
  return payloads
    .filter(({ stream }) => stream === 'open')
    .map((payload) => ({
      ...{ seq: payload.seq, at: payload.command.at, who: who(payload.command.by) },
      what: eventInWords(words, payload, clinical),
      ...{ side: sideOf(payload.command.by), stage: payload.after.stage },
    }))
    .reverse()
}

const sideOf = ({ role }: Actor): PathLine['side'] =>
  role === 'patient' || role === 'system' ? role : 'clinic'
