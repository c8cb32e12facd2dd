/** Takes one statechart through every state, every way on and every refusal, with the real engine. */
import { advance } from '../../bot/advance.ts'
import { queueOf } from '../../bot/show/queue.ts'
import type {
  Advanced,
  Consultation,
  FactName,
  FactValues,
  Pathway,
} from '../../machines/contract.ts'
import { shipped } from '../support/clinic.ts'
import { BOUNDS, type Bounds, RECEPTION } from './bounds.ts'
import { noting } from './candidates.ts'
import { bring, commanded, isRefused, opened, openOf, type Taken } from './engine.ts'
import { accepted, actorsOf, alphabet, isPrivate } from './events.ts'
import { graphOf, isWords, keyOf, type Spot, type Step } from './graph.ts'
import { alone, houseOf, REAL } from './house.ts'
import { missing, strangers, stuck } from './lists.ts'
import { spied } from './spied.ts'

export interface Covered {
  readonly id: string
  readonly states: ReadonlySet<string>
  /** Taken through the engine. */
  readonly ways: ReadonlySet<string>
  /** Taken by the statechart alone: the engine refuses before it comes to that. */
  readonly behind: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
  readonly spots: number
  readonly steps: number
  readonly faults: readonly string[]
}

interface Tour {
  readonly pathway: Pathway
  readonly bounds: Bounds
  readonly house: ReturnType<typeof houseOf>
  readonly take: typeof advance
  readonly taken: Set<string>
  readonly states: Set<string>
  readonly ways: Set<string>
  readonly behind: Set<string>
  readonly pairs: Set<string>
  readonly ends: Set<string>
  readonly faults: Set<string>
  spots: number
  steps: number
}

/** `take` is the engine; a test may hand it a broken one. */
export function cover(
  real: Pathway,
  bounds: Bounds = BOUNDS[real.id] ?? {},
  take: typeof advance = advance,
): Covered {
  const taken = new Set<string>()
  const pathway = {
    ...real,
    machine: spied(
      noting(real.machine, (id) => taken.add(id)),
      read,
    ),
  }
  const faults = new Set<string>()
  function read(name: FactName): void {
    if (isWords(name)) faults.add(`${name}: a guard reads words that the folding leaves out`)
  }
  const house = houseOf({
    pathways: { ...REAL.pathways, [real.id]: pathway },
    journeys: { 'alone@1': alone(real) },
  })
  const tour: Tour = {
    ...{ pathway, bounds, house, take, taken, faults, spots: 0, steps: 0 },
    ...{ states: new Set(), ways: new Set(), behind: new Set(), pairs: new Set(), ends: new Set() },
  }
  for (const given of bounds.given ?? [{}]) world(tour, given)
  for (const way of tour.ways) tour.behind.delete(way)
  for (const fault of missing(tour, real, bounds)) faults.add(fault)
  return { id: real.id, ...tour, faults: [...faults] }
}

/** Everything that can follow from one thing that was known. */
function world(tour: Tour, given: FactValues): void {
  const { pathway, bounds } = tour
  const begun = passing(tour, tour.ways, () => opened(tour.house, pathway, given))
  const input = begun ? (openOf(begun, pathway)?.input ?? {}) : given
  const graph = passing(tour, tour.behind, () => graphOf(pathway, input, bounds))
  tour.spots += graph.size
  for (const spot of graph.values()) endsWell(tour, spot)
  for (const state of stuck(graph)) {
    if (!bounds.waits?.states.includes(state))
      tour.faults.add(`${state}: no end can be reached from here`)
  }
  if (!begun) return
  const engine = new Map<string, Consultation>([[[...graph.keys()][0] ?? '', begun]])
  const seen = new Set<string>()
  for (const spot of graph.values()) {
    const now = engine.get(spot.key)
    const state = String(spot.snapshot.value)
    if (!now || spot.snapshot.status === 'done') continue
    tour.states.add(state)
    for (const step of spot.steps) play(tour, engine, now, spot, step)
    if (seen.has(state)) continue
    seen.add(state)
    refuses(tour, now, spot)
    staysFree(tour, now, spot)
  }
}

/** One step of the statechart, taken by the engine: it must come to the same place. */
function play(
  tour: Tour,
  engine: Map<string, Consultation>,
  now: Consultation,
  spot: Spot,
  { event, to }: Step,
): void {
  const { pathway, house } = tour
  tour.steps += 1
  const where = `${String(spot.snapshot.value)} · ${event.type}`
  const result = passing(tour, tour.ways, () =>
    tried(() => tour.take(house, now, bring(now, pathway, event))),
  )
  if (result instanceof Error) return void tour.faults.add(`${where}: ${result.message}`)
  if (isRefused(result)) {
    if (result.refused !== 'not-you') tour.faults.add(`${where}: ${result.refused}`)
    return
  }
  if (!countsUp(now, result)) tour.faults.add(`${where}: the record is not the next of its stream`)
  const open = openOf(result.next, pathway)
  const ended = [...(result.open?.closed ?? []), ...(result.restricted?.closed ?? [])]
  const [state] = JSON.parse(to) as [string]
  if (open) {
    const came = keyOf(open.snapshot.value, open.snapshot.context as FactValues)
    if (came !== to) tour.faults.add(`${where}: the engine is in ${came}, not in ${to}`)
    if (!engine.has(to)) engine.set(to, result.next)
  } else if (!ended.some(({ outcome }) => outcome === state)) {
    tour.faults.add(`${where}: the engine did not end in ${state}`)
  } else {
    tour.states.add(state)
    tour.ends.add(state)
  }
}

function countsUp({ seq, restricted }: Consultation, { next, ...drafts }: Advanced): boolean {
  const open = next.seq - seq === (drafts.open ? 1 : 0)
  return open && next.restricted.seq - restricted.seq === (drafts.restricted ? 1 : 0)
}

/** What the state does not take, and whoever may not answer, is refused and changes nothing. */
function refuses(tour: Tour, now: Consultation, { snapshot }: Spot): void {
  const { pathway, house, bounds } = tour
  const state = String(snapshot.value)
  const takes = new Set(accepted(pathway, state))
  const [by = actorsOf(pathway, {})[0]] = actorsOf(pathway, bounds)
  const said = { at: now.last, private: true }
  const value = pathway.answers[state] ? { value: null } : {}
  for (const type of alphabet(pathway)) {
    if (takes.has(type) && !(type === 'not-here')) continue
    const result = tour.take(
      house,
      now,
      bring(now, pathway, { type, ...said, ...(by && { by }) } as never),
    )
    if (isRefused(result)) tour.pairs.add(`${state} · ${type}`)
    else tour.faults.add(`${state}: takes ${type}, which it does not list`)
  }
  if (takes.has('answered') && !isPrivate(pathway.machine, state)) {
    const wrong = bring(now, pathway, { type: 'answered', ...said, ...value, by } as never)
    if (!isRefused(tour.take(house, now, wrong)))
      tour.faults.add(`${state}: takes no value for one`)
  }
  const [first] = takes
  for (const role of strangers(pathway)) {
    const other = { id: 'somebody-else', role, assurance: 'demo-sign-in' } as const
    const result = tour.take(
      house,
      now,
      bring(now, pathway, { type: first ?? '', ...said, by: other }),
    )
    if (!isRefused(result)) tour.faults.add(`${state}: is answered by ${role}`)
  }
}

/** Whatever is asked, the patient may stop, leave and reach a person. */
function staysFree(tour: Tour, now: Consultation, { snapshot }: Spot): void {
  for (const act of [
    { type: 'withdraw' },
    { type: 'stop' },
    { type: 'ask-for-a-person', urgent: true },
    { type: 'ask', words: 'Will it hurt?' },
  ] as const) {
    const result = tour.take(tour.house, now, commanded(act, undefined, now.last))
    const taken =
      !isRefused(result) && (act.type !== 'withdraw' || result.next.state === 'withdrawn')
    if (!taken) tour.faults.add(`${String(snapshot.value)}: ${act.type} is not taken`)
    else if (act.type === 'ask-for-a-person' && !stands(result.next))
      tour.faults.add(`${String(snapshot.value)}: asking for a person reaches nobody`)
  }
}

/** Before the eyes of whoever is at the front desk. */
function stands(now: Consultation): boolean {
  return queueOf(shipped, [now], RECEPTION).some(({ kind }) => kind === 'help-now')
}

function endsWell(tour: Tour, { snapshot }: Spot): void {
  if (snapshot.status === 'error') return void tour.faults.add(`${String(snapshot.value)}: fails`)
  if (snapshot.status !== 'done') return
  const state = String(snapshot.value)
  const facts = snapshot.context as FactValues
  const known = tour.pathway.writes.filter((name) => facts[name] !== undefined)
  const written = Object.fromEntries(known.map((name) => [name, facts[name]]))
  const outcome = tour.pathway.outcomes[state]
  if (!outcome) tour.faults.add(`${state}: is no outcome`)
  else if (!outcome.ensures(written)) tour.faults.add(`${state}: does not hold what it ensures`)
}

/** The ways that are taken meanwhile go to one account. */
function passing<result>(tour: Tour, account: Set<string>, act: () => result): result {
  tour.taken.clear()
  const done = act()
  for (const way of tour.taken) account.add(way)
  tour.taken.clear()
  return done
}

function tried(act: () => Taken): Taken | Error {
  try {
    return act()
  } catch (error) {
    return error as Error
  }
}
