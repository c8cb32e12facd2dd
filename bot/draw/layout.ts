import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk.bundled.js'

export interface Size {
  readonly width: number
  readonly height: number
}
export interface Point {
  readonly x: number
  readonly y: number
}
export interface Box extends Size {
  readonly id: string
  /** The beginning stands at the top, an end at the bottom. */
  readonly place?: 'first' | 'last'
}
export interface Line {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label?: Size
}
export interface Laid extends Size {
  /** Where the top left corner of each box is. */
  readonly boxes: ReadonlyMap<string, Point>
  readonly lines: ReadonlyMap<string, { readonly points: readonly Point[]; readonly label?: Point }>
}

const LAYERS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.aspectRatio': '0.4',
  'elk.padding': '[top=2,left=2,bottom=2,right=2]',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.labelNode': '12',
  'elk.layered.spacing.nodeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.considerModelOrder.crossingCounterNodeInfluence': '0.1',
  'elk.layered.considerModelOrder.crossingCounterPortInfluence': '0.1',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
}

const INLINE = { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' }

let engine: Promise<ELK> | undefined

/** It is large: whoever never sees a drawing does without it. */
const started = () => (engine ??= start())

async function start(): Promise<ELK> {
  const { default: elk } = await import('elkjs/lib/elk.bundled.js')
  return new elk.default()
}

/** Lines run straight where they can, or boxes stand closer. */
export type Way = 'straight' | 'close'

/** Places boxes and lines from top to bottom: the same for the same, always. */
export async function layOut(
  boxes: readonly Box[],
  lines: readonly Line[],
  way: Way = 'straight',
): Promise<Laid> {
  const layouts = await started()
  const laid = await layouts.layout<ElkNode>({
    id: 'sheet',
    layoutOptions: {
      ...LAYERS,
      'elk.layered.nodePlacement.favorStraightEdges': String(way === 'straight'),
    },
    children: boxes.map(({ id, width, height, place }) => ({
      ...{ id, width, height },
      layoutOptions: place
        ? { 'elk.layered.layering.layerConstraint': place === 'first' ? 'FIRST' : 'LAST' }
        : {},
    })),
    edges: lines.map(({ id, from, to, label }) => ({
      ...{ id, sources: [from], targets: [to] },
      labels: label ? [{ id: `${id} label`, text: id, ...label, layoutOptions: INLINE }] : [],
    })),
  })
  return {
    ...{ width: tenths(laid.width), height: tenths(laid.height) },
    boxes: new Map((laid.children ?? []).map((box) => [box.id, pointOf(box)])),
    lines: new Map((laid.edges ?? []).map((line) => [line.id, routeOf(line)])),
  }
}

function routeOf({ sections = [], labels = [] }: ElkExtendedEdge) {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(pointOf),
  )
  const [label] = labels
  return { points, ...(label ? { label: pointOf(label) } : {}) }
}

const pointOf = ({ x, y }: Pick<ElkNode, 'x' | 'y'>): Point => ({ x: tenths(x), y: tenths(y) })
const tenths = (value = 0): number => Math.round(value * 10) / 10
