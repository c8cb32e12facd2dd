import { expect } from 'chai'
import { pagesIn, placedPage } from '../../../bot/draw/drawing.ts'
import type { Point, Size } from '../../../bot/draw/layout.ts'
import type { Placed } from '../../../bot/draw/sheet.ts'
import { PATHWAYS } from '../../../machines/index.ts'
import { shippedWords } from '../../support/words.ts'

const words = shippedWords()

interface Area extends Point, Size {
  readonly id: string
}

/** Boxes, and the words that stand on lines. */
function areasOf({ sheet, laid }: Placed): Area[] {
  const boxes = sheet.nodes.map(({ id, block }) => ({ id, block, at: laid.boxes.get(id) }))
  const labels = sheet.links.map(({ id, block }) => ({ id, block, at: laid.lines.get(id)?.label }))
  return [...boxes, ...labels].flatMap(({ id, block, at }) =>
    block && at ? [{ id, ...at, width: block.width, height: block.height }] : [],
  )
}

const overlap = (one: Area, other: Area): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** Each stretch of each line, as an area without width. */
function stretchesOf({ laid }: Placed): Area[] {
  return [...laid.lines].flatMap(([id, { points }]) =>
    points.slice(1).map((to, at) => {
      const from = points[at] ?? to
      const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
      return { id, x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }
    }),
  )
}

/** A box is met by the lines that begin or end at it, and only at its edge. */
const within = ({ id, x, y, width, height }: Area): Area => ({
  ...{ id, x: x + 1, y: y + 1, width: width - 2, height: height - 2 },
})

/** Two lines may cross; where they lie on each other, or turn at one point, nobody can tell which is which. */
function shared(placed: Placed): string[] {
  const stretches = stretchesOf(placed)
  const along = (one: Area, other: Area) =>
    one.id !== other.id &&
    (one.width === 0) === (other.width === 0) &&
    overlap(grown(one), grown(other)) &&
    lengthOf(one, other) > -2
  return stretches.flatMap((one, at) =>
    stretches
      .slice(at + 1)
      .filter((other) => along(one, other))
      .map((other) => `${one.id} and ${other.id}`),
  )
}

const grown = ({ id, x, y, width, height }: Area): Area => ({
  ...{ id, x: x - 1, y: y - 1, width: width + 2, height: height + 2 },
})

const lengthOf = (one: Area, other: Area): number => {
  const span = (start: 'x' | 'y', size: 'width' | 'height') =>
    Math.min(one[start] + one[size], other[start] + other[size]) -
    Math.max(one[start], other[start])
  return Math.max(span('x', 'width'), span('y', 'height'))
}

describe('the pages of a drawing', function () {
  this.timeout(60_000)

  for (const pathway of Object.values(PATHWAYS)) {
    it(`have nothing over anything else: ${pathway.id}`, async () => {
      for (let page = 1; page <= pagesIn(pathway); page += 1) {
        const placed = await placedPage(pathway, words, [], page)
        const areas = placed ? areasOf(placed) : []
        expect(areas).to.have.length.above(2)
        for (const [at, area] of areas.entries()) {
          const over = areas.slice(at + 1).filter((other) => overlap(area, other))
          expect(over, `${area.id}, page ${page}`).to.deep.equal([])
          const lines = placed ? stretchesOf(placed) : []
          const through = lines
            .filter(({ id }) => id !== area.id)
            .filter((line) => overlap(within(area), line))
          expect(through, `${area.id}, page ${page}`).to.deep.equal([])
        }
        expect(placed && shared(placed), `page ${page}`).to.deep.equal([])
      }
    })
  }
})
