import { png, type Picture } from './png.ts'
import { box, type Distance, either, outline, stroke, triangle } from './shapes.ts'

/** Teams cuts the corners of the first by itself, and colours the second as it likes. */
export const SIZES = { color: 192, outline: 32 } as const

type Colour = readonly [red: number, green: number, blue: number]

const WHITE: Colour = [255, 255, 255]

/** A speech bubble with a tick, drawn on a square of 192 by 192. */
const BUBBLE: Distance = either(
  box({ x: 96, y: 86, width: 116, height: 87, corner: 22 }),
  triangle([62, 124], [104, 124], [66, 158]),
)
const TICK: Distance = either(stroke([68, 88], [88, 108], 13), stroke([88, 108], [126, 66], 13))

/** In full colour, with no corner left open. */
export function colorIcon(ground: Colour): Uint8Array {
  return png(
    drawn(SIZES.color, (x, y) => {
      const bubble = covered(BUBBLE(x, y), 1)
      const tick = covered(TICK(x, y), 1)
      const white = bubble * (1 - tick)
      const [red, green, blue] = ground.map((one) => Math.round(one + (255 - one) * white))
      return [red ?? 0, green ?? 0, blue ?? 0, 255]
    }),
  )
}

/** White on nothing. The bubble is 24 points wide and its line two, so that both end with a point. */
export function outlineIcon(): Uint8Array {
  const scale = 116 / 24
  const line = either(outline(BUBBLE, 2 * scale), TICK)
  const [left, top] = [96 - 16 * scale, 86 - 14 * scale]
  return png(
    drawn(SIZES.outline, (x, y) => {
      const seen = covered(line(left + x * scale, top + y * scale), scale)
      return [...WHITE, Math.round(255 * seen)]
    }),
  )
}

/** How much of a point lies inside of a shape that is this far away. */
const covered = (distance: number, point: number): number =>
  Math.min(1, Math.max(0, 0.5 - distance / point))

type Pixel = readonly [...Colour, number]

function drawn(size: number, pixel: (x: number, y: number) => Pixel): Picture {
  const all = Array.from({ length: size * size }, (_, at) =>
    pixel((at % size) + 0.5, Math.floor(at / size) + 0.5),
  )
  return { size, rgba: Uint8Array.from(all.flat()) }
}
