/** Skew is searched up to this many degrees, first in coarse steps, then in fine ones round the best. */
const MAX_SKEW = 6
const COARSE_STEP = 0.5
const FINE_STEP = 0.1

const RADIANS = Math.PI / 180

/** A place, in any unit. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** How strongly places line up in rows; higher where fewer rows hold them all. */
export const scoreRows = (places: readonly number[], rowHeight: number): number => {
  const rows = new Map<number, number>()
  for (const place of places) {
    const row = Math.round(place / rowHeight)
    rows.set(row, (rows.get(row) ?? 0) + 1)
  }
  return [...rows.values()].reduce((sum, count) => sum + count * count, 0)
}

/**
 * Degrees by which the lines of points climb along both axes; 0 if a skew lines them up no better than none.
 * @param minGain how many times better they must line up
 */
export const findSkew = (
  points: readonly Point[],
  { rowHeight, minGain }: { readonly rowHeight: number; readonly minGain: number },
): number => {
  const score = (degrees: number): number => {
    const slope = Math.tan(degrees * RADIANS)
    return scoreRows(
      points.map(({ x, y }) => y - slope * x),
      rowHeight,
    )
  }
  const search = (middle: number, reach: number, step: number): { degrees: number; score: number } =>
    Array.from({ length: 2 * Math.round(reach / step) + 1 }, (_, index) => middle - reach + index * step)
      .map((degrees) => ({ degrees, score: score(degrees) }))
      .reduce((best, own) => (own.score > best.score ? own : best))
  const best = search(search(0, MAX_SKEW, COARSE_STEP).degrees, COARSE_STEP, FINE_STEP)
  return best.score > score(0) * minGain ? best.degrees : 0
}
