import type { Catalogue } from '../../content/catalogue.ts'
import type { Pathway } from '../../machines/contract.ts'
import { journeySheets, type Travelled } from './journey.ts'
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
/** Fewer and fewer arrows, until the page is not too wide. */
const ARROWS = [5, 4, 3, 2]

/** Draws a pathway, on as many pages as it takes, with the path that was taken when it is given. */
export async function drawPathway(
  pathway: Pathway,
  catalogue: Catalogue,
  taken: readonly Recorded[] = [],
): Promise<readonly Page[]> {
  const tries = ARROWS.map((many) => sheetsOf(pathway, catalogue, taken, many))
  const pages = tries[0]?.map((_, at) => tries.flatMap((sheets) => sheets[at] ?? [])) ?? []
  return Promise.all(pages.map(async (sheets) => pageOf(await fitting(sheets))))
}

/** Draws the stages and gates of a journey. */
export async function drawJourney(travelled: Travelled): Promise<readonly Page[]> {
  return Promise.all(journeySheets(travelled).map(async (sheet) => pageOf(await place(sheet))))
}

async function fitting([first, ...others]: readonly Sheet[]): Promise<Placed> {
  if (!first) throw new Error('a page without a drawing')
  const placed = await place(first)
  if (placed.laid.width <= WIDEST || others.length === 0) return placed
  const other = await fitting(others)
  return other.laid.width < placed.laid.width ? other : placed
}

function pageOf(placed: Placed): Page {
  const { id, title } = placed.sheet
  return { id, title, svg: svg(placed) }
}
