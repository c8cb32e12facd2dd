import type { Chart, State } from './chart.ts'

/** How many states that are no ends fit under each other on one page that is printed. */
const FIT = 6
/** How far from even the pages may be, so that a cut meets few arrows. */
const GIVE = 2

/** In the order of the machine, from where it begins. */
export function inOrder({ start, states }: Chart): readonly State[] {
  return states.toSorted((one, other) => Number(other.id === start) - Number(one.id === start))
}

/** One page after the other; an end stands with most of those that lead to it. */
export function pagesOf(order: readonly State[]): readonly (readonly State[])[] {
  const asking = order.filter(({ final }) => !final)
  const pages = cut(asking)
  const ends = order.filter(({ final }) => final)
  return pages.map((page, at) => [
    ...page,
    ...ends.filter((end) => (homeOf(end, pages) ?? pages.length - 1) === at),
  ])
}

function cut(states: readonly State[]): readonly (readonly State[])[] {
  const many = Math.max(1, Math.ceil(states.length / FIT))
  const cuts = [0]
  for (let at = 1; at < many; at += 1) {
    const even = Math.round((states.length * at) / many)
    const near = [...Array(2 * GIVE + 1).keys()].map((one) => even + one - GIVE)
    cuts.push(
      near.reduce(
        (best, one) => (cost(states, one, even) < cost(states, best, even) ? one : best),
        even,
      ),
    )
  }
  return cuts.map((from, at) => states.slice(from, cuts[at + 1]))
}

/** How many states are led to over the cut; of equal ones the more even is better. */
function cost(states: readonly State[], at: number, even: number): number {
  const after = new Set(states.slice(at).map(({ id }) => id))
  const over = states.slice(0, at).flatMap(({ ways }) => ways.map(({ to }) => to))
  return new Set(over.filter((to) => after.has(to))).size + Math.abs(at - even) / 10
}

function homeOf(end: State, pages: readonly (readonly State[])[]): number | undefined {
  const leading = pages.map(
    (page) => page.filter(({ ways }) => ways.some(({ to }) => to === end.id)).length,
  )
  const most = Math.max(...leading)
  return most === 0 ? undefined : leading.lastIndexOf(most)
}
