import type { Catalogue } from '../../content/catalogue.ts'
import type { Pathway } from '../../machines/contract.ts'
import { nameOf } from '../house.ts'
import { humanise } from '../show/words.ts'
import { type Paragraph, stack } from './block.ts'
import { chartOf, type State } from './chart.ts'
import { inOrder, pagesOf } from './order.ts'
import { type Kind, type Sayings, sayings } from './say.ts'
import type { Link, Node, Shape, Sheet } from './sheet.ts'
import { type Recorded, type Taken, takenOf } from './taken.ts'

const SHAPES: Readonly<Record<Kind, Shape>> = {
  question: 'question',
  passed: 'passed',
  'goes-on': 'goes-on',
  waits: 'waits',
  'refused-for-age': 'refused',
  'declined-by-practitioner': 'refused',
  withdrawn: 'withdrawn',
}

interface Plan {
  readonly says: Sayings
  readonly order: readonly State[]
  readonly start: string
  /** Of each state, the page that it is on. */
  readonly pages: ReadonlyMap<string, number>
  readonly taken: Taken
  /** From so many states on, only the nearest has an arrow; the others name where they lead. */
  readonly many: number
}

/** The pages of a pathway's drawing, with the path that was taken when there is one. */
export function sheetsOf(
  pathway: Pathway,
  catalogue: Catalogue,
  recorded: readonly Recorded[],
  many: number,
): readonly Sheet[] {
  const chart = chartOf(pathway.machine)
  const pages = pagesOf(inOrder(chart))
  const plan: Plan = {
    says: sayings(catalogue, pathway),
    order: pages.flat(),
    start: chart.start,
    pages: new Map(pages.flatMap((page, at) => page.map(({ id }) => [id, at]))),
    taken: takenOf(chart, recorded),
    many,
  }
  const { ui } = catalogue
  const name = humanise(nameOf(pathway.id))
  return pages.map((page, at) => {
    const number = pages.length > 1 ? `, page ${at + 1} of ${pages.length}` : ''
    const nodes = page.map((state) => nodeOf(plan, state))
    const ways = page.flatMap((state) => linksOf(plan, state))
    const all = [...nodes, ...ways.flatMap(({ signpost }) => signpost ?? [])]
    return {
      id: `${nameOf(pathway.id)}${pages.length > 1 ? `-${at + 1}` : ''}`,
      title: `${name}${number}`,
      subtitle: `${ui['drawing-answered-by'] ?? ''} ${pathway.role} · ${pathway.id}`,
      description: describe(plan, page),
      nodes: all,
      links: ways.map(({ link }) => link),
      steps: plan.taken,
      legend: legendOf(all, ui),
    }
  })
}

function describe({ says, order }: Plan, page: readonly State[]): string {
  const titled = (state: State) => `${order.indexOf(state) + 1}. ${says.title(state)}`
  const ends = page.filter(({ final }) => final).map(titled)
  const begins = page[0] ? titled(page[0]) : ''
  return `A flow chart of ${page.length} states. It begins with ${begins}. Ends: ${ends.join('; ') || 'none here'}.`
}

function nodeOf({ says, order, start, taken }: Plan, state: State): Node {
  const question = says.question(state)
  const foot = says.foot(state)
  const paragraphs: Paragraph[] = [
    { role: 'title', text: `${order.indexOf(state) + 1}. ${says.title(state)}` },
    ...(question ? [{ role: 'text', text: question } as const] : []),
    ...(foot ? [{ role: 'foot', text: foot } as const] : []),
    ...(says.toPerson(state) ? [{ role: 'foot', text: says.person, mark: 'person' } as const] : []),
  ]
  const been = order.some(({ ways }) => ways.some(({ id, to }) => to === state.id && taken.has(id)))
  return {
    ...{ id: state.id, state: state.id, shape: SHAPES[says.kindOf(state)] },
    block: stack(paragraphs, { widest: 190, padding: 12 }),
    ...(state.id === start ? { place: 'first' } : {}),
    taken: been || state.ways.some(({ id }) => taken.has(id)),
  }
}

/** What leads from one state to another is one line; what leads elsewhere is on one signpost. */
function linksOf(plan: Plan, state: State): { link: Link; signpost?: Node }[] {
  const targets = [...new Set(state.ways.map(({ to }) => to))]
  const [near, far] = [true, false].map((is) =>
    targets.filter((to) => drawn(plan, state, to) === is),
  )
  const links = (near ?? []).map((to) => {
    const said = saidOf(plan, state, to)
    const block = stack(said, { widest: 180, padding: 5 })
    return {
      link: { id: `${state.id} to ${to}`, from: state.id, to, block, ...gone(plan, state, to) },
    }
  })
  return far?.length ? [...links, signpostOf(plan, state, far)] : links
}

function signpostOf(plan: Plan, state: State, targets: readonly string[]) {
  const said = targets.flatMap((to): Paragraph[] => [
    ...saidOf(plan, state, to),
    { role: 'title', text: signed(plan, state, to), mark: 'leads-to' },
  ])
  const id = `on from ${state.id}`
  const taken = gone(plan, state, ...targets)
  return {
    link: { id: `to ${id}`, from: state.id, to: id, ...taken },
    signpost: { id, shape: 'signpost', block: stack(said, { widest: 180, padding: 8 }), ...taken },
  } as const
}

const gone = ({ taken }: Plan, { ways }: State, ...targets: readonly string[]) => ({
  taken: ways.some(({ id, to }) => targets.includes(to) && taken.has(id)),
})

/** Whether an arrow can lead there: forward, on this page, and not one of too many. */
function drawn({ order, pages, many }: Plan, { id }: State, to: string): boolean {
  const place = (of: string) => order.findIndex((state) => state.id === of)
  if (pages.get(id) !== pages.get(to)) return false
  if (place(to) <= place(id) && !order[place(to)]?.final) return false
  const sources = order.filter(({ ways }) => ways.some((way) => way.to === to))
  if (sources.length < many) return true
  const near = sources.findLast((one) => place(one.id) < place(to)) ?? sources[0]
  return near?.id === id
}

function signed({ says, order, pages }: Plan, { id }: State, to: string): string {
  const at = order.findIndex((state) => state.id === to)
  const state = order[at]
  const there = pages.get(to) === pages.get(id) ? '' : `, page\u00a0${(pages.get(to) ?? 0) + 1}`
  return `${at + 1}. ${state ? says.title(state) : to}${there}`
}

/** All that leads there, in words; a reason that the next way shares is said once, after it. */
function saidOf({ says }: Plan, state: State, to: string): readonly Paragraph[] {
  const ways = state.ways.filter((way) => way.to === to)
  return ways.flatMap((way, at): Paragraph[] => {
    const choice = says.choice(way, state)
    const guard = says.guard(way)
    const next = ways[at + 1]
    const shared = choice !== '' && guard !== '' && next && says.guard(next) === guard
    const marked = { mark: 'choice', way: way.id } as const
    return [
      choice
        ? { role: 'choice', text: choice, ...marked }
        : { role: 'guard', text: guard, ...marked },
      ...(choice && guard && !shared ? [{ role: 'guard', text: guard } as const] : []),
      ...(way.guard && !shared
        ? [{ role: 'clause', text: way.guard.clauses.join(', ') } as const]
        : []),
    ]
  })
}

function legendOf(nodes: readonly Node[], ui: Catalogue['ui']): Sheet['legend'] {
  const shapes = [...new Set(nodes.map(({ shape }) => shape))]
  return shapes.map((shape) => ({ shape, says: ui[`drawing-shape-${shape}`] ?? shape }))
}
