import { type Point, RADIANS } from '../io/geometry.ts'

/** Skew is searched up to this many degrees, first in coarse steps, then in fine ones round the best. */
const MAX_SKEW = 6
const COARSE_STEP = 0.5
const FINE_STEP = 0.1

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
    const places = points.map(({ x, y }) => y - slope * x)
    return scoreRows(places, rowHeight)
  }
  let best = { degrees: 0, score: score(0) }
  const neededScore = best.score * minGain
  for (const [reach, step] of [
    [MAX_SKEW, COARSE_STEP],
    [COARSE_STEP, FINE_STEP],
  ] as const) {
    const middle = best.degrees
    for (let count = -Math.round(reach / step); count * step <= reach; count++) {
      const own = score(middle + count * step)
      if (own > best.score) best = { degrees: middle + count * step, score: own }
    }
  }
  return best.score > neededScore ? best.degrees : 0
}
