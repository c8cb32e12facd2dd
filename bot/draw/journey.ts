import type { Catalogue } from '../../content/catalogue.ts'
import type { Gate, Journey, Pathway, Pinned, Stage } from '../../machines/contract.ts'
import { nameOf } from '../house.ts'
import { humanise } from '../show/words.ts'
import { type Block, type Paragraph, stack } from './block.ts'
import type { Link, Node, Sheet } from './sheet.ts'

export interface Travelled {
  readonly journey: Journey
  readonly pathways: Readonly<Record<Pinned, Pathway>>
  readonly catalogue: Catalogue
  /** Where one consultation is on it. */
  readonly here?: Whereabouts
}

export interface Whereabouts {
  readonly stage: string
  gate(gate: Gate): 'met' | 'stood-in' | 'not-yet'
}

/** What fits on one page, in pixels. */
const TALLEST = 1000
const WIDE = { widest: 330, padding: 12 }

/** The stages of a journey, what each opens, and the gates between them. */
export function journeySheets(travelled: Travelled): readonly Sheet[] {
  const { journey, catalogue } = travelled
  const { ui } = catalogue
  const pages = pagesOf(travelled)
  return pages.map((stages, at) => {
    const last = pages[at + 1]?.[0]
    const nodes = stages.map((stage) => stageNode(travelled, stage))
    const ahead = stages.at(-1)
    const onward = last && ahead ? signpost(travelled, ahead, last, at + 2) : undefined
    const apart = at === pages.length - 1 ? apartNode(travelled) : []
    const number = pages.length > 1 ? `, page ${at + 1} of ${pages.length}` : ''
    return {
      id: `${nameOf(journey.id)}${pages.length > 1 ? `-${at + 1}` : ''}`,
      title: `${ui['drawing-journey'] ?? ''} ${humanise(nameOf(journey.id))}${number}`,
      subtitle: `${ui['drawing-stages-and-gates'] ?? ''} · ${journey.id}`,
      description: describe(travelled, stages),
      nodes: [...nodes, ...(onward ? [onward.node] : []), ...apart],
      links: [...links(travelled, stages), ...(onward ? [onward.link] : [])],
      steps: new Map(),
      legend: legendOf(ui, onward !== undefined),
    }
  })
}

function describe({ catalogue: { ui }, here }: Travelled, stages: readonly Stage[]): string {
  const named = stages.map(({ name }) => {
    const at = name === here?.stage ? ` (${ui['drawing-here'] ?? ''})` : ''
    return `${humanise(name)}${at}`
  })
  return `Stages: ${named.join('; ')}.`
}

function legendOf(ui: Catalogue['ui'], onward: boolean): Sheet['legend'] {
  const stage = { shape: 'stage', says: ui['drawing-shape-stage'] ?? '' } as const
  const signpost = { shape: 'signpost', says: ui['drawing-shape-signpost'] ?? '' } as const
  return onward ? [stage, signpost] : [stage]
}

function pagesOf(travelled: Travelled): readonly (readonly Stage[])[] {
  const pages: Stage[][] = []
  let height = TALLEST
  for (const stage of travelled.journey.stages) {
    const own = stageBlock(travelled, stage).height + gatesBlock(travelled, stage).height + 50
    if (height + own > TALLEST) [height, pages[pages.length]] = [0, []]
    height += own
    pages.at(-1)?.push(stage)
  }
  return pages
}

function stageNode(travelled: Travelled, stage: Stage): Node {
  const { stages } = travelled.journey
  return {
    ...{ id: stage.name, state: stage.name, shape: 'stage', taken: reached(travelled, stage) },
    block: stageBlock(travelled, stage),
    ...(stage === stages[0] ? { place: 'first' } : {}),
  }
}

/** The stages that this consultation has gone through, and the one that it is in. */
function reached({ journey: { stages }, here }: Travelled, stage: Stage): boolean {
  const at = stages.findIndex(({ name }) => name === here?.stage)
  return stages.indexOf(stage) <= at
}

function stageBlock(travelled: Travelled, stage: Stage): Block {
  const { journey, pathways, catalogue, here } = travelled
  const { ui } = catalogue
  const opens = stage.opens.map(({ pathway }) => {
    const role = pathways[pathway]?.role ?? ''
    return { role: 'text', text: `${humanise(nameOf(pathway))} (${role})` } as const
  })
  return stack(
    [
      { role: 'title', text: numbered(journey, stage) },
      ...(stage.name === here?.stage
        ? [{ role: 'foot', text: ui['drawing-here'] ?? '', mark: 'person' } as const]
        : []),
      ...(opens.length > 0 ? [{ role: 'guard', text: ui['drawing-opens'] ?? '' } as const] : []),
      ...opens,
      ...(stage.entry.length > 0
        ? [{ role: 'guard', text: ui['drawing-needs'] ?? '' } as const]
        : []),
      ...stage.entry.map((gate) => gateLine(travelled, stage, gate, 'entry')),
    ],
    WIDE,
  )
}

const numbered = ({ stages }: Journey, stage: Stage): string =>
  `${stages.indexOf(stage) + 1}. ${humanise(stage.name)}`

function gateLine(travelled: Travelled, stage: Stage, gate: Gate, at: string): Paragraph {
  const { ui } = travelled.catalogue
  const { name, met, awaits } = gate
  const label = ui[`gate-${name}`] ?? humanise(name)
  const closed = awaits === undefined ? '' : `, ${ui['drawing-awaits'] ?? ''}`
  const text = `${label} (${met.clauses.join(', ')})${closed}${standing(travelled, stage, gate)}`
  return { role: 'choice', text, mark: 'choice', way: `${stage.name}/${at}/${name}` }
}

/** What is to come is not looked at yet. */
function standing(travelled: Travelled, stage: Stage, gate: Gate): string {
  const { catalogue, here } = travelled
  if (!here || !reached(travelled, stage)) return ''
  return `: ${catalogue.ui[`drawing-gate-${here.gate(gate)}`] ?? ''}`
}

function gateLines(travelled: Travelled, stage: Stage): Paragraph[] {
  const { ui } = travelled.catalogue
  if (stage.gates.length === 0) return []
  return [
    { role: 'guard', text: ui['drawing-then-needs'] ?? '' },
    ...stage.gates.map((gate) => gateLine(travelled, stage, gate, 'gate')),
  ]
}

const gatesBlock = (travelled: Travelled, stage: Stage): Block =>
  stack(gateLines(travelled, stage), { widest: 330, padding: 5 })

function links(travelled: Travelled, stages: readonly Stage[]): Link[] {
  return stages.slice(0, -1).map((stage, at) => {
    const next = stages[at + 1]
    return {
      ...{ id: `after ${stage.name}`, from: stage.name, to: next?.name ?? '' },
      ...{ block: gatesBlock(travelled, stage), taken: next ? reached(travelled, next) : false },
    }
  })
}

function signpost(travelled: Travelled, stage: Stage, next: Stage, page: number) {
  const post = `${numbered(travelled.journey, next)}, page\u00a0${page}`
  const lines = [
    ...gateLines(travelled, stage),
    { role: 'title', text: post, mark: 'leads-to' } as const,
  ]
  const id = `on from ${stage.name}`
  const taken = reached(travelled, next)
  const node: Node = { id, shape: 'signpost', block: stack(lines, WIDE), taken }
  return { node, link: { id: `after ${stage.name}`, from: stage.name, to: id, taken } }
}

/** Pathways that open without anybody being able to tell. */
function apartNode({ journey, pathways, catalogue: { ui } }: Travelled): Node[] {
  const { apart = [] } = journey
  if (apart.length === 0) return []
  const lines = apart.map(({ pathway }) => ({
    role: 'text' as const,
    text: `${humanise(nameOf(pathway))} (${pathways[pathway]?.role ?? ''})`,
  }))
  const block = stack([{ role: 'title', text: ui['drawing-apart'] ?? '' }, ...lines], WIDE)
  return [{ id: 'apart', shape: 'stage', block, taken: false }]
}
