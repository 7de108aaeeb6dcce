import type { Line } from '../layout/index.ts'

/** A place on a page, in PDF points from its bottom left corner; nulls where the source has no positions. */
export interface Place {
  readonly page: number
  readonly x0: number | null
  readonly y0: number | null
  readonly x1: number | null
  readonly y1: number | null
}

/** Hundredths of a point are finer than any page shows; what hangs over the left or lower edge begins at it. */
const round = (value: number): number => Math.max(0, Math.round(value * 100) / 100)

/** The place of a line. */
export const placeOf = (line: Line): Place =>
  line.unit === 'point'
    ? { page: line.page, x0: round(line.x0), y0: round(line.y0), x1: round(line.x1), y1: round(line.y1) }
    : { page: line.page, x0: null, y0: null, x1: null, y1: null }
