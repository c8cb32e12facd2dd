/** Holds the invariants of one pathway, and what its outcomes ensure, against all of its paths. */
import type { FactValues, Pathway, PathwayEvent } from '../../../machines/contract.ts'
import { BOUNDS, type Bounds, MIDNIGHT, NOON } from '../bounds.ts'
import { type Graph, graphOf } from '../graph.ts'
import { MAY, NEVER_AFTER, OF_PATHWAYS, THROUGH } from './pathways.ts'
import type { Answered } from './step.ts'

export interface Broken {
  readonly id: string
  readonly says: string
  /** What was known when it opened, and the shortest way to the fault. */
  readonly given: FactValues
  readonly path: readonly PathwayEvent[]
}

export interface Held {
  readonly broken: readonly Broken[]
  /** By invariant, how often it had anything to say. */
  readonly spoke: ReadonlyMap<string, number>
}

const opening: PathwayEvent = {
  ...{ type: 'opened', at: NOON, private: false },
  by: { id: 'candour', role: 'system', assurance: 'system' },
}

export function hold(pathway: Pathway): Held {
  const broken = new Map<string, Broken>()
  const spoke = new Map<string, number>()
  const ends = new Set<string>()
  for (const bounds of [BOUNDS[pathway.id] ?? {}, ...(MIDNIGHT[pathway.id] ?? [])]) {
    for (const given of bounds.given ?? [{}]) one(pathway, given, bounds, broken, spoke, ends)
  }
  for (const outcome of Object.keys(pathway.outcomes)) {
    const says = `${outcome} can be reached`
    if (!ends.has(outcome)) broken.set(says, { id: 'D3', says, given: {}, path: [] })
  }
  return { broken: [...broken.values()], spoke }
}

function one(
  pathway: Pathway,
  given: FactValues,
  bounds: Bounds,
  broken: Map<string, Broken>,
  spoke: Map<string, number>,
  ends: Set<string>,
): void {
  const graph = graphOf(pathway, inputOf(pathway, given), bounds)
  const fault = (id: string, says: string, path: readonly PathwayEvent[]) => {
    const key = `${id} ${says}`
    const before = broken.get(key)
    if (!before || path.length < before.path.length) broken.set(key, { id, says, given, path })
  }
  const mine = OF_PATHWAYS.filter((invariant) => invariant.pathway === pathway.id)
  for (const { answered, path } of answersIn(graph)) {
    for (const { id, says, when, then } of mine) {
      if (!when(answered)) continue
      spoke.set(`${id} ${says}`, (spoke.get(`${id} ${says}`) ?? 0) + 1)
      if (!then(answered)) fault(id, says, path)
    }
  }
  for (const { snapshot, path } of graph.values()) {
    if (snapshot.status !== 'done') continue
    const facts = snapshot.context as FactValues
    const written = pathway.writes.filter((name) => facts[name] !== undefined)
    const state = String(snapshot.value)
    ends.add(state)
    const ensured = pathway.outcomes[state]?.ensures(
      Object.fromEntries(written.map((name) => [name, facts[name]])),
    )
    if (!ensured) fault('ensures', `${state} holds what it ensures`, path)
  }
  for (const { key, snapshot, path } of graph.values()) {
    const state = String(snapshot.value)
    const left = snapshot.status === 'done' || [...ends].some((end) => reach(graph, end, no, key))
    if (!left && !bounds.waits?.states.includes(state)) {
      fault('D3', `from ${state} an end can be reached`, path)
    }
  }
  shapes(pathway, graph, fault, (key) => spoke.set(key, (spoke.get(key) ?? 0) + 1))
}

/** Which states stand on the way, which ends stay out of reach, and that there is an end. */
function shapes(
  { id: name }: Pathway,
  graph: Graph,
  fault: (id: string, says: string, path: readonly PathwayEvent[]) => void,
  speaks: (key: string) => void,
): void {
  for (const { id, pathway, end, states } of THROUGH) {
    if (pathway !== name || !reach(graph, end, () => false)) continue
    for (const state of states) {
      const says = `no way to ${end} but through ${state}`
      speaks(`${id} ${says}`)
      const around = reach(graph, end, (one) => one === state)
      if (around) fault(id, says, around)
    }
  }
  for (const { id, pathway, event, states } of MAY) {
    if (pathway !== name) continue
    for (const { snapshot, steps, path } of graph.values()) {
      const state = String(snapshot.value)
      if (!states.includes(state)) continue
      const says = `at ${state} there is always ${event}`
      speaks(`${id} ${says}`)
      if (!steps.some((step) => step.event.type === event)) fault(id, says, path)
    }
  }
  for (const { id, pathway, after, end } of NEVER_AFTER) {
    if (pathway !== name) continue
    const says = `from ${after} no way leads to ${end}`
    for (const spot of graph.values()) {
      if (spot.snapshot.value !== after) continue
      speaks(`${id} ${says}`)
      const on = reach(graph, end, () => false, spot.key)
      if (on) fault(id, says, [...spot.path, ...on])
    }
  }
}

const no = () => false

/** The shortest way to an end that keeps clear of some states. */
function reach(
  graph: Graph,
  end: string,
  avoid: (state: string) => boolean,
  from = [...graph.keys()][0] ?? '',
): readonly PathwayEvent[] | undefined {
  const seen = new Set<string>()
  const waiting: [string, readonly PathwayEvent[]][] = [[from, []]]
  for (const [key, path] of waiting) {
    const spot = graph.get(key)
    const state = String(spot?.snapshot.value)
    if (!spot || seen.has(key) || avoid(state)) continue
    seen.add(key)
    if (state === end) return path
    for (const { event, to } of spot.steps) waiting.push([to, [...path, event]])
  }
  return undefined
}

function* answersIn(
  graph: Graph,
): Generator<{ answered: Answered; path: readonly PathwayEvent[] }> {
  const [first] = graph.values()
  if (!first) return
  const begun = first.snapshot.context as FactValues
  const at = String(first.snapshot.value)
  yield { answered: { from: '', event: opening, to: at, before: begun, after: begun }, path: [] }
  for (const { snapshot, steps, path } of graph.values()) {
    for (const { event, to } of steps) {
      const target = graph.get(to)
      if (!target) continue
      const answered = {
        ...{ from: String(snapshot.value), event, to: String(target.snapshot.value) },
        ...{ before: snapshot.context as FactValues, after: target.snapshot.context as FactValues },
      }
      yield { answered, path: [...path, event] }
    }
  }
}

/** What the engine would have derived of what was given, and what the pathway reads of it. */
function inputOf({ reads }: Pathway, given: FactValues): FactValues {
  const derived: FactValues = {
    ...bandOf(given),
    ...(given['pack-delivered-at'] && given['reflection-hours']
      ? {
          'reflection-ends-at': new Date(
            Date.parse(given['pack-delivered-at']) + given['reflection-hours'] * 3_600_000,
          ).toISOString() as NonNullable<FactValues['reflection-ends-at']>,
        }
      : {}),
    ...given,
  }
  const known = reads.filter((name) => derived[name] !== undefined)
  return Object.fromEntries(known.map((name) => [name, derived[name]]))
}

function bandOf({ 'date-of-birth': birth }: FactValues): FactValues {
  if (birth === undefined) return {}
  const years = 2026 - Number(birth.slice(0, 4)) - (birth.slice(5) > '11-21' ? 1 : 0)
  return { 'age-band': years < 16 ? 'under-16' : years < 18 ? '16-17' : 'adult' }
}
