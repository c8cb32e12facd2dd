import type { Block } from './block.ts'
import { type Laid, layOut, type Size, type Way } from './layout.ts'

/** What a box means, which decides its shape. */
export type Shape =
  'question' | 'passed' | 'goes-on' | 'waits' | 'refused' | 'withdrawn' | 'signpost' | 'stage'

export interface Node {
  readonly id: string
  readonly shape: Shape
  readonly block: Block
  readonly place?: 'first' | 'last'
  readonly taken: boolean
  /** The state that it stands for; a signpost stands for none. */
  readonly state?: string
}

export interface Link {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly block?: Block
  readonly taken: boolean
}

/** One page of a drawing, before anything has its place. */
export interface Sheet {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  /** For those who cannot see it. */
  readonly description: string
  readonly nodes: readonly Node[]
  readonly links: readonly Link[]
  /** In which steps each way was gone. */
  readonly steps: ReadonlyMap<string, readonly number[]>
  readonly legend: readonly { readonly shape: Shape; readonly says: string }[]
}

export interface Placed {
  readonly sheet: Sheet
  readonly laid: Laid
}

export async function place(sheet: Sheet, way?: Way): Promise<Placed> {
  const boxes = sheet.nodes.map(({ id, block, place }) => ({
    ...{ id, ...sizeOf(block) },
    ...(place ? { place } : {}),
  }))
  const lines = sheet.links.map(({ id, from, to, block }) => ({
    ...{ id, from, to },
    ...(block ? { label: sizeOf(block) } : {}),
  }))
  return { sheet, laid: await layOut(boxes, lines, way) }
}

const sizeOf = ({ width, height }: Block): Size => ({ width, height })
