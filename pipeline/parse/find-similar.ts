/** Where a text holds something like a phrase. */
export interface SimilarPlace {
  readonly start: number
  readonly end: number
}

/**
 * Whether a text holds any of the parts that so many edits cannot all touch: a phrase in one part more than there may
 * be edits is found with one part whole, or not at all (Navarro 2001).
 */
const holdsPart = (text: string, phrase: string, mostEdits: number): boolean => {
  const parts = mostEdits + 1
  for (let part = 0; part < parts; part++) {
    const start = Math.floor((part * phrase.length) / parts)
    const end = Math.floor(((part + 1) * phrase.length) / parts)
    if (text.includes(phrase.slice(start, end))) return true
  }
  return false
}

/**
 * The place of a text that is most like a phrase, whatever the case of letters, where it takes no more than some
 * edits of single characters to make them the same; null where there is none. Of equal places the first.
 * Approximate matching by Sellers (1980).
 */
export const findSimilar = (text: string, phrase: string, mostEdits: number): SimilarPlace | null => {
  const wanted = phrase.toLowerCase()
  const given = text.toLowerCase()
  if (given.length !== text.length) return null
  const exact = given.indexOf(wanted)
  if (exact !== -1) return { start: exact, end: exact + wanted.length }
  if (!holdsPart(given, wanted, mostEdits)) return null
  // for each beginning of the phrase: the edits of the best way to end it here, and where in the text that way begins
  const edits = Uint32Array.from({ length: wanted.length + 1 }, (_, row) => row)
  const starts = new Uint32Array(wanted.length + 1)
  let best: SimilarPlace | null = null
  let bestEdits = mostEdits + 1
  for (let end = 1; end <= given.length; end++) {
    let diagonalEdits = 0
    let diagonalStart = end - 1
    starts[0] = end
    for (let row = 1; row <= wanted.length; row++) {
      const aboveEdits = edits[row] ?? row
      const aboveStart = starts[row] ?? 0
      const leftEdits = edits[row - 1] ?? row
      let least = diagonalEdits + (wanted[row - 1] === given[end - 1] ? 0 : 1)
      let start = diagonalStart
      if (aboveEdits + 1 < least) {
        least = aboveEdits + 1
        start = aboveStart
      }
      if (leftEdits + 1 < least) {
        least = leftEdits + 1
        start = starts[row - 1] ?? end
      }
      diagonalEdits = aboveEdits
      diagonalStart = aboveStart
      edits[row] = least
      starts[row] = start
    }
    const whole = edits[wanted.length] ?? bestEdits
    if (whole < bestEdits) {
      bestEdits = whole
      best = { start: starts[wanted.length] ?? 0, end }
    }
  }
  return best
}
