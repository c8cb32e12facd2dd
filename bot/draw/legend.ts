import { FACES, stack } from './block.ts'
import { widthOf } from './measure.ts'
import { outline } from './shape.ts'
import type { Sheet } from './sheet.ts'
import { escape, tag } from './tag.ts'

const SAMPLE = { width: 34, height: 20 }
const ROW = 30

/** What each shape on the page means, in as many rows as it takes. */
export function legend(keys: Sheet['legend'], widest: number) {
  let [x, y] = [0, 0]
  const parts = keys.map(({ shape, says }) => {
    const [line] = stack([{ role: 'clause', text: says }], { widest: 400, padding: 0 }).lines
    const width = SAMPLE.width + 16 + widthOf(says, FACES.clause) + 24
    if (x > 0 && x + width > widest) [x, y] = [0, y + ROW]
    const sample = tag('g', `class="${shape}"`, outline(shape, SAMPLE, false))
    const words = `<text class="clause" x="${SAMPLE.width + 16}" y="14" textLength="${line?.width ?? 0}" lengthAdjust="spacingAndGlyphs">${escape(says)}</text>`
    const drawn = tag('g', `transform="translate(${Math.round(x) + 8} ${y})"`, sample + words)
    x += width
    return drawn
  })
  return { svg: parts.join('\n'), height: y + ROW }
}
