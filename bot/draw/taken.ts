import type { Transition } from '../../machines/contract.ts'
import type { Chart, Way } from './chart.ts'

/** A transition as it was recorded. */
export type Recorded = Pick<Transition, 'from' | 'event' | 'to'> & {
  readonly guards: readonly { readonly guard: string; readonly held: boolean }[]
}

/** Which ways were gone, in which steps. What is passed through by itself is part of a step. */
export type Taken = ReadonlyMap<string, readonly number[]>

/** What a record calls the opening of a pathway, where guards were asked at once. */
const OPENING = 'opens'

export function takenOf(chart: Chart, recorded: readonly Recorded[]): Taken {
  const taken = new Map<string, number[]>()
  const note = (ways: readonly Way[] = [], step: number) => {
    for (const { id } of ways) taken.set(id, [...(taken.get(id) ?? []), step])
  }
  const steps = recorded.filter(({ from }) => from !== OPENING)
  const opening = recorded.find(({ from }) => from === OPENING)
  const arrived = opening?.to ?? steps[0]?.from
  if (arrived !== undefined) note(byItself(chart, chart.start, arrived, heldIn(opening)), 0)
  for (const [at, one] of steps.entries()) note(waysGone(chart, one), at + 1)
  return taken
}

/** The ways that one recorded transition went: its event, then what followed by itself. */
export function waysGone(chart: Chart, recorded: Recorded): readonly Way[] {
  const { from, event, to } = recorded
  const held = heldIn(recorded)
  for (const way of likeliest(outOf(chart, from, event), held)) {
    const rest = byItself(chart, way.to, to, held)
    if (rest) return [way, ...rest]
  }
  throw new Error(`nothing leads from ${from} by ${event} to ${to}`)
}

const heldIn = (recorded?: Recorded): readonly string[] =>
  (recorded?.guards ?? []).filter(({ held }) => held).map(({ guard }) => guard)

function byItself(
  chart: Chart,
  from: string,
  to: string,
  held: readonly string[],
  seen: ReadonlySet<string> = new Set(),
): readonly Way[] | undefined {
  if (from === to) return []
  if (seen.has(from)) return undefined
  for (const way of likeliest(outOf(chart, from, ''), held)) {
    const rest = byItself(chart, way.to, to, held, new Set([...seen, from]))
    if (rest) return [way, ...rest]
  }
  return undefined
}

const outOf = ({ states }: Chart, from: string, event: string): readonly Way[] =>
  states.find(({ id }) => id === from)?.ways.filter((way) => way.event === event) ?? []

/** Ways whose guard is on record as having held come first, then those without one. */
function likeliest(ways: readonly Way[], held: readonly string[]): readonly Way[] {
  const rank = ({ guard }: Way) => (guard ? (held.includes(guard.name) ? 0 : 2) : 1)
  return ways.toSorted((one, other) => rank(one) - rank(other))
}
