import { at } from '../../io/at.ts'

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A stretch of text with a code: a standard number, an address, a country. */
export interface Mention extends Stretch {
  readonly code?: string | null
}

export const byStart = (left: Stretch, right: Stretch): number => left.start - right.start

/** Where a pattern matches, and what its groups hold. */
export interface Match extends Stretch {
  readonly match: RegExpExecArray
}

/** All matches of a pattern from a place on; most patterns have none, which a search says faster than an iterator. */
export const findMatches = (text: string, pattern: RegExp, from = 0, to = text.length): Match[] => {
  const words = text.slice(from, to)
  if (words.search(pattern) < 0) return []
  return Array.from(words.matchAll(pattern), (match) => {
    const start = from + match.index
    return { start, end: start + match[0].length, match }
  })
}

/** Stretches in order; of those that overlap, the first and longest stays. */
export const withoutOverlap = <T extends Stretch>(stretches: readonly T[]): T[] => {
  const kept: T[] = []
  const sorted = stretches.toSorted((left, right) => byStart(left, right) || right.end - left.end)
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

/** How many of stretches in order begin before a place. */
export const countBefore = (stretches: readonly Stretch[], place: number): number =>
  findFirstAbove(stretches, place - 1, getStart)

/** The last of stretches in order that begins before a place. */
export const findLastBefore = <T extends Stretch>(stretches: readonly T[], place: number): T | undefined => {
  const count = countBefore(stretches, place)
  return count > 0 ? stretches[count - 1] : undefined
}

/** The stretches that begin within another; all in order. */
export const within = <T extends Stretch>(stretches: readonly T[], { start, end }: Stretch): T[] =>
  stretches.slice(countBefore(stretches, start), countBefore(stretches, end))

/** Finds the end of the stretch that covers a place; null if none does. */
export const coverage = (stretches: readonly Stretch[]): ((place: number) => number | null) => {
  const sorted = stretches.toSorted(byStart)
  return (place) => {
    const end = findLastBefore(sorted, place + 1)?.end ?? 0
    return end > place ? end : null
  }
}
