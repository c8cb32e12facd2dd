import type { Catalogue } from '../../content/catalogue.ts'
import type { Gate, Journey, Pathway, Stage } from '../../machines/contract.ts'
import { nameOf } from '../house.ts'
import { humanise } from '../show/words.ts'
import { type Chart, chartOf, type State, type Way } from './chart.ts'
import { guardInWords, sayings } from './say.ts'
import { inOrder, pagesOf } from './order.ts'

/** Every branch of a pathway with its guard and its clauses, in Markdown. */
export function pathwayTable(pathway: Pathway, catalogue: Catalogue): readonly string[] {
  const chart = chartOf(pathway.machine)
  const order = pagesOf(inOrder(chart)).flat()
  return [
    `\`${pathway.id}\`, answered by: ${pathway.role}.`,
    '',
    '## Branches',
    '',
    ...table(
      ['Where', 'Asked', 'What happens', 'If', 'Clauses', 'Authority', 'Leads to'],
      order.flatMap((state) =>
        state.ways.map((way) => rowOf(pathway, catalogue, order, state, way)),
      ),
    ),
    '',
    '## Ends',
    '',
    ...table(
      ['End', 'What follows', 'A person', 'Clauses'],
      endsOf(pathway, catalogue, chart, order),
    ),
  ]
}

function rowOf(
  pathway: Pathway,
  catalogue: Catalogue,
  order: readonly State[],
  state: State,
  way: Way,
): readonly string[] {
  const says = sayings(catalogue, pathway)
  const target = order.find(({ id }) => id === way.to)
  const { guard } = way
  return [
    numbered(order, state, says.title(state)),
    says.question(state) ?? '',
    says.choice(way, state),
    guard ? guardInWords(guard) : says.guard(way),
    guard?.clauses.join(', ') ?? '',
    guard ? humanise(guard.authority) : '',
    target ? numbered(order, target, says.title(target)) : way.to,
  ]
}

function endsOf(pathway: Pathway, catalogue: Catalogue, chart: Chart, order: readonly State[]) {
  const says = sayings(catalogue, pathway)
  return chart.states
    .filter(({ final }) => final)
    .map((state) => [
      numbered(order, state, says.title(state)),
      says.foot(state),
      says.toPerson(state) ? says.person : '',
      pathway.outcomes[state.id]?.clauses.join(', ') ?? '',
    ])
}

const numbered = (order: readonly State[], state: State, title: string): string =>
  `${order.indexOf(state) + 1}. ${title}`

/** Every stage of a journey with its gates, in Markdown. */
export function journeyTable(journey: Journey, { ui }: Catalogue): readonly string[] {
  const rows = (stage: Stage, at: number, gates: readonly Gate[], when: string) =>
    gates.map(({ name, met, awaits }) => [
      ...[`${at + 1}. ${humanise(stage.name)}`, when, ui[`gate-${name}`] ?? humanise(name)],
      ...[`\`${name}\``, met.clauses.join(', '), humanise(met.authority)],
      awaits === undefined ? '' : `Closed until built: ${humanise(awaits)}`,
    ])
  return [
    `\`${journey.id}\``,
    '',
    '## Stages',
    '',
    ...table(
      ['Stage', 'Opens'],
      journey.stages.map(({ name, opens }, at) => [
        `${at + 1}. ${humanise(name)}`,
        opens.map(({ pathway }) => `${humanise(nameOf(pathway))} (\`${pathway}\`)`).join(', '),
      ]),
    ),
    '',
    '## Gates',
    '',
    ...table(
      ['Stage', 'When', 'Gate', 'Name', 'Clauses', 'Authority', 'Notes'],
      journey.stages.flatMap((stage, at) => [
        ...rows(stage, at, stage.entry, 'before its pathways open, and on'),
        ...rows(stage, at, stage.gates, 'before the next stage'),
      ]),
    ),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
