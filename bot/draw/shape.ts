import type { Point, Size } from './layout.ts'
import type { Shape } from './sheet.ts'

/** A box by its shape: what it means can be told without a colour. */
export function outline(shape: Shape, { width, height }: Size, taken: boolean): string {
  const around = taken
    ? `<path class="around" d="${path('question', { width: width + 8, height: height + 8 })}" transform="translate(-4 -4)"/>`
    : ''
  const drawn = `<path class="outline" d="${path(shape, { width, height })}"/>`
  if (shape !== 'refused' && shape !== 'withdrawn') return around + drawn
  const inner = path(shape, { width: width - 7, height: height - 7 })
  return `${around}${drawn}<path class="inner" d="${inner}" transform="translate(3.5 3.5)"/>`
}

function path(shape: Shape, size: Size): string {
  switch (shape) {
    case 'refused':
    case 'withdrawn':
      return cornered(size, Math.min(11, size.height / 3))
    case 'passed':
      return pointed(size, Math.min(10, size.height / 3))
    case 'goes-on':
    case 'waits':
      return rounded(size, 22)
    case 'signpost':
      return tagged(size, Math.min(10, size.height / 3))
    default:
      return rounded(size, 6)
  }
}

function rounded({ width, height }: Size, most: number): string {
  const r = Math.min(most, height / 2)
  const [w, h] = [width - 2 * r, height - 2 * r]
  return `M${r} 0h${w}a${r} ${r} 0 0 1 ${r} ${r}v${h}a${r} ${r} 0 0 1 -${r} ${r}h-${w}a${r} ${r} 0 0 1 -${r} -${r}v-${h}a${r} ${r} 0 0 1 ${r} -${r}z`
}

/** Eight corners, as a stop sign has. */
function cornered({ width, height }: Size, c: number): string {
  return `M${c} 0H${width - c}L${width} ${c}V${height - c}L${width - c} ${height}H${c}L0 ${height - c}V${c}z`
}

/** A point at each side, as where a flow chart decides. */
function pointed({ width, height }: Size, c: number): string {
  return `M0 0H${width}L${width + c} ${height / 2}L${width} ${height}H0L-${c} ${height / 2}z`
}

/** A point at the right, as a signpost has. */
function tagged({ width, height }: Size, c: number): string {
  return `M0 0H${width - 4}L${width - 4 + c} ${height / 2}L${width - 4} ${height}H0z`
}

/** The head of an arrow at the end of a line, in the direction of its last stretch. */
export function arrow(points: readonly Point[]): string {
  const [before, end] = points.slice(-2)
  if (!before || !end) return ''
  const [x, y] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)]
  const corner = (side: number) =>
    `${end.x - 8 * x + side * 4.5 * y} ${end.y - 8 * y + side * 4.5 * x}`
  return `<path class="head" d="M${corner(1)}L${end.x} ${end.y}L${corner(-1)}z"/>`
}
