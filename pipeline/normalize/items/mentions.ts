import { at } from '../../io/at.ts'

/** A stretch of text with a code: a standard number, an address, a country. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly code: string | null
}

type Stretch = Pick<Mention, 'start' | 'end'>

/** Stretches in order; of those that overlap, the first and longest stays. */
export const withoutOverlap = <T extends Stretch>(stretches: readonly T[]): T[] => {
  const kept: T[] = []
  const sorted = stretches.toSorted((left, right) => left.start - right.start || right.end - left.end)
  for (const stretch of sorted) if (stretch.start >= (kept.at(-1)?.end ?? 0)) kept.push(stretch)
  return kept
}

/** The index of the first of rising values that is above a bound; their count where none is. */
export const findFirstAbove = <T>(
  rising: readonly T[],
  bound: number,
  measure: (value: T) => number,
): number => {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (measure(at(rising, middle)) > bound) high = middle
    else low = middle + 1
  }
  return low
}

const getStart = ({ start }: Stretch): number => start

/** The stretches that begin within another; all in order. */
export const within = <T extends Stretch>(stretches: readonly T[], { start, end }: Stretch): T[] =>
  stretches.slice(
    findFirstAbove(stretches, start - 1, getStart),
    findFirstAbove(stretches, end - 1, getStart),
  )

/** Finds the end of the stretch that covers a place; null if none does. */
export const coverage = (stretches: readonly Stretch[]): ((place: number) => number | null) => {
  const sorted = stretches.toSorted((left, right) => left.start - right.start)
  return (place) => {
    const before = sorted[findFirstAbove(sorted, place, getStart) - 1]
    return before && before.end > place ? before.end : null
  }
}
