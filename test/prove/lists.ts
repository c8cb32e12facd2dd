/** What a statechart lists by itself, to hold against what was visited. */
import { ROLES } from '../../machines/commands.ts'
import type { Pathway } from '../../machines/contract.ts'
import type { Bounds } from './bounds.ts'
import { candidatesOf } from './candidates.ts'
import { accepted, alphabet, asking } from './events.ts'
import type { Graph } from './graph.ts'

export interface Visited {
  readonly states: ReadonlySet<string>
  readonly ways: ReadonlySet<string>
  readonly behind: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
  readonly steps: number
}

export function listOf(pathway: Pathway) {
  const rests = asking(pathway)
  return {
    states: [...rests, ...Object.keys(pathway.outcomes)],
    ways: candidatesOf(pathway.machine).map(({ id }) => id),
    pairs: rests.flatMap((state) => {
      const takes = accepted(pathway, state)
      return alphabet(pathway)
        .filter((type) => !takes.includes(type) || type === 'not-here')
        .map((type) => `${state} · ${type}`)
    }),
  }
}

/** What was visited must be all that the statechart itself lists, and a run of nothing is not. */
export function missing(tour: Visited, real: Pathway, bounds: Bounds): readonly string[] {
  const own = listOf(real)
  const state = bounds.behind?.state
  const hidden = (id: string) =>
    state !== undefined &&
    (id.startsWith(`${state} · `) || id.endsWith(`→ ${state}`) || id === state)
  const not = (list: readonly string[], visited: ReadonlySet<string>, what: string) => [
    ...list.filter((id) => !visited.has(id) && !hidden(id)).map((id) => `${id}: ${what}`),
    ...list
      .filter((id) => visited.has(id) && hidden(id))
      .map((id) => `${id}: is reached after all`),
  ]
  return [
    ...not(own.states, tour.states, 'is never reached'),
    ...not(own.ways, tour.ways, 'is never taken'),
    ...not(own.pairs, tour.pairs, 'was never refused'),
    ...own.ways
      .filter((id) => hidden(id) && !tour.behind.has(id))
      .map((id) => `${id}: is not even taken by the statechart alone`),
    ...(tour.steps === 0 ? ['nothing was visited'] : []),
  ]
}

const PRACTISE = ['practitioner', 'performer', 'supervisor', 'prescriber']
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  ...{ patient: ['patient'], practitioner: PRACTISE, safeguarding: ['safeguarding'] },
  performer: ['performer', 'supervisor'],
}
/** Everybody who may answer it. */
export const answeringRoles = ({ role }: Pathway) => ANSWERS[role] ?? []

/** Everybody whom this is none of. */
export const strangers = ({ role }: Pathway) => ROLES.filter((one) => !ANSWERS[role]?.includes(one))

/** Places from which no end can be reached. */
export function stuck(graph: Graph): readonly string[] {
  const ends = new Set(
    [...graph.values()].filter(({ snapshot }) => snapshot.status === 'done').map(({ key }) => key),
  )
  for (let before = -1; before < ends.size;) {
    before = ends.size
    for (const { key, steps } of graph.values())
      if (steps.some(({ to }) => ends.has(to))) ends.add(key)
  }
  return [...graph.values()]
    .filter(({ key }) => !ends.has(key))
    .map(({ snapshot }) => String(snapshot.value))
}
