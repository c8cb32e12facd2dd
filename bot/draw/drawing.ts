import type { Catalogue } from '../../content/catalogue.ts'
import type { Pathway } from '../../machines/contract.ts'
import { chartOf } from './chart.ts'
import { journeySheets, type Travelled } from './journey.ts'
import type { Laid, Way } from './layout.ts'
import { inOrder, pagesOf } from './order.ts'
import { sheetsOf } from './pathway.ts'
import { type Placed, place, type Sheet } from './sheet.ts'
import { svg } from './svg.ts'
import type { Recorded } from './taken.ts'

/** A page of a drawing, as an SVG that needs nothing besides itself. */
export interface Page {
  /** `capacity-1`: of several pages, or the pathway’s own name. */
  readonly id: string
  readonly title: string
  readonly svg: string
}

/** What fits on a page that is printed, with text that can be read. */
const WIDEST = 780
/** Fewer and fewer arrows, then closer boxes, until the page is not too wide. */
const TRIES = [
  ...[5, 4, 3, 2].map((many) => ({ many, way: 'straight' }) as const),
  ...[3, 2].map((many) => ({ many, way: 'close' }) as const),
]

/** Where everything stands on one page, and with how many arrows it fitted. */
interface Fitted {
  readonly many: number
  readonly laid: Laid
}

/** A path changes nothing of where things stand, so that the work is done once for all who look. */
const kept = new WeakMap<Pathway, Map<string, Promise<Fitted>>>()

/** Draws a pathway, on as many pages as it takes, with the path that was taken when it is given. */
export async function drawPathway(
  pathway: Pathway,
  catalogue: Catalogue,
  taken: readonly Recorded[] = [],
): Promise<readonly Page[]> {
  const pages = [...Array(pagesIn(pathway)).keys()]
  const placed = pages.map((at) => placedPage(pathway, catalogue, taken, at + 1))
  return (await Promise.all(placed)).flatMap((one) => (one ? pageOf(one) : []))
}

/** One page of it; the first is 1. */
export async function drawPage(
  pathway: Pathway,
  catalogue: Catalogue,
  taken: readonly Recorded[],
  page: number,
): Promise<Page | undefined> {
  const placed = await placedPage(pathway, catalogue, taken, page)
  return placed && pageOf(placed)
}

/** The same with the place of everything, before it is drawn. */
export async function placedPage(
  pathway: Pathway,
  catalogue: Catalogue,
  taken: readonly Recorded[],
  page: number,
): Promise<Placed | undefined> {
  if (!Number.isInteger(page) || page < 1 || page > pagesIn(pathway)) return undefined
  const own = kept.get(pathway) ?? new Map<string, Promise<Fitted>>()
  kept.set(pathway, own)
  const key = `${catalogue.digest} ${page}`
  const fitted = own.get(key) ?? fit(triesOf(pathway, catalogue, page))
  own.set(key, fitted)
  const { many, laid } = await fitted
  const sheet = sheetsOf(pathway, catalogue, taken, many)[page - 1]
  return sheet && { sheet, laid }
}

function triesOf(pathway: Pathway, catalogue: Catalogue, page: number): readonly Try[] {
  return TRIES.map(({ many, way }) => ({
    ...{ many, way },
    sheet: sheetsOf(pathway, catalogue, [], many)[page - 1],
  }))
}

interface Try {
  readonly many: number
  readonly way: Way
  readonly sheet: Sheet | undefined
}

async function fit([first, ...others]: readonly Try[]): Promise<Fitted> {
  if (!first?.sheet) throw new Error('a page without a drawing')
  const { laid } = await place(first.sheet, first.way)
  if (laid.width <= WIDEST || others.length === 0) return { many: first.many, laid }
  const other = await fit(others)
  return other.laid.width < laid.width ? other : { many: first.many, laid }
}

const counted = new WeakMap<Pathway, number>()

/** How many pages the drawing of a pathway has: asked at every look at a consultation. */
export function pagesIn(pathway: Pathway): number {
  const pages = counted.get(pathway) ?? pagesOf(inOrder(chartOf(pathway.machine))).length
  counted.set(pathway, pages)
  return pages
}

/** Draws the stages and gates of a journey. */
export async function drawJourney(travelled: Travelled): Promise<readonly Page[]> {
  return Promise.all(journeySheets(travelled).map(async (sheet) => pageOf(await place(sheet))))
}

export function pagesOfJourney(travelled: Travelled): number {
  return journeySheets(travelled).length
}

/** One page of it; the first is 1. */
export async function drawJourneyPage(
  travelled: Travelled,
  page: number,
): Promise<Page | undefined> {
  const sheet = journeySheets(travelled)[page - 1]
  return sheet && pageOf(await place(sheet))
}

function pageOf(placed: Placed): Page {
  const { id, title } = placed.sheet
  return { id, title, svg: svg(placed) }
}
