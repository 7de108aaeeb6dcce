import { largest, smallest } from './numbers.ts'

/** Radians of a degree. */
export const RADIANS = Math.PI / 180

/** A place, in any unit. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle, in any unit. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The box around some points. */
export const boxAround = (points: readonly Point[]): Box => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { x0: smallest(xs), y0: smallest(ys), x1: largest(xs), y1: largest(ys) }
}

/** The box around a box whose corners are moved. */
export const moveBox = ({ x0, y0, x1, y1 }: Box, move: (corner: Point) => Point): Box =>
  boxAround([x0, x1].flatMap((x) => [y0, y1].map((y) => move({ x, y }))))

/** A place turned anticlockwise about the origin. */
export const rotate = ({ x, y }: Point, degrees: number): Point => {
  const [cosine, sine] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)]
  return { x: x * cosine - y * sine, y: x * sine + y * cosine }
}
