/** How far a point is from the edge of a shape; below zero inside. */
export type Distance = (x: number, y: number) => number
type Point = readonly [x: number, y: number]

export const either =
  (...all: readonly Distance[]): Distance =>
  (x, y) =>
    Math.min(...all.map((one) => one(x, y)))

/** A line of this width along the inside of the edge. */
export const outline =
  (shape: Distance, width: number): Distance =>
  (x, y) =>
    Math.abs(shape(x, y) + width / 2) - width / 2

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly corner: number
}

/** Around its middle, with round corners. */
export const box =
  ({ x: left, y: top, width, height, corner }: Box): Distance =>
  (x, y) => {
    const across = Math.abs(x - left) - width / 2 + corner
    const down = Math.abs(y - top) - height / 2 + corner
    const outside = Math.hypot(Math.max(across, 0), Math.max(down, 0))
    return outside + Math.min(Math.max(across, down), 0) - corner
  }

/** A line from one point to another with round ends. */
export const stroke =
  (from: Point, to: Point, width: number): Distance =>
  (x, y) =>
    toLine([x, y], from, to) - width / 2

/** Its points in the order of a clock. */
export const triangle =
  (...[a, b, c]: readonly [Point, Point, Point]): Distance =>
  (x, y) => {
    const edges = [
      [a, b],
      [b, c],
      [c, a],
    ] as const
    const nearest = Math.min(...edges.map(([from, to]) => toLine([x, y], from, to)))
    return edges.every(([from, to]) => side([x, y], from, to) >= 0) ? -nearest : nearest
  }

const side = ([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number =>
  (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)

function toLine([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY]
  const part = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX ** 2 + alongY ** 2)
  const at = Math.min(1, Math.max(0, part))
  return Math.hypot(x - fromX - alongX * at, y - fromY - alongY * at)
}
