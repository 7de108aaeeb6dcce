import { at } from '../io/at.ts'

/** Characters that OCR confuses, and the letter and the digit that replace all of them. */
const LOOK_ALIKES = [
  [/[IL1|!]/gi, 'I', '1'],
  [/[O0]/gi, 'O', '0'],
  [/[S5$]/gi, 'S', '5'],
  [/[B8]/gi, 'B', '8'],
  [/[Z2]/gi, 'Z', '2'],
] as const

/** A text in capitals in which characters of one shape are one: the same for `LEGISLATION` and `LEGlSLATl0N`. */
export const foldLookAlikes = (text: string): string =>
  LOOK_ALIKES.reduce((folded, [shape, letter]) => folded.replace(shape, letter), text.toUpperCase())

/** A text with digits where letters of their shape are: `l.1.1` is `1.1.1`. */
export const toDigits = (text: string): string =>
  LOOK_ALIKES.reduce((digits, [shape, , digit]) => digits.replace(shape, digit), text)

/** The number of single-character edits that turn one text into the other (Levenshtein 1966). */
export const editDistance = (left: string, right: string): number => {
  const edits = Uint32Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    let diagonal = row - 1
    edits[0] = row
    for (let column = 1; column <= right.length; column++) {
      const above = at(edits, column)
      const substitution = diagonal + (left[row - 1] === right[column - 1] ? 0 : 1)
      edits[column] = Math.min(substitution, above + 1, at(edits, column - 1) + 1)
      diagonal = above
    }
  }
  return at(edits, right.length)
}

/** How like two texts are, from 0 (nothing in common) to 1 (the same), white space left out. */
export const similarity = (left: string, right: string): number => {
  const a = left.replace(/\s+/g, '')
  const b = right.replace(/\s+/g, '')
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  return 1 - editDistance(a, b) / longest
}

/** The place of a text most like a phrase. */
export interface SimilarPlace {
  readonly start: number
  readonly end: number
}

/**
 * The first of the places of a text that are most like a phrase, whatever the case of letters; null if it takes
 * more than `maxEdits` edits of single characters to make them the same. Approximate matching by Sellers (1980).
 */
export const findSimilar = (text: string, phrase: string, maxEdits: number): SimilarPlace | null => {
  const [given, wanted] = [text.toLowerCase(), phrase.toLowerCase()]
  if (given.length !== text.length) return null
  // for each beginning of the phrase: the edits of the best way to end it here, and where in the text that way begins
  const edits = Uint32Array.from({ length: wanted.length + 1 }, (_, row) => row)
  const starts = new Uint32Array(wanted.length + 1)
  let best: SimilarPlace | null = null
  let bestEdits = maxEdits + 1
  for (let end = 1; end <= given.length; end++) {
    let [diagonal, diagonalStart] = [0, end - 1]
    starts[0] = end
    for (let row = 1; row <= wanted.length; row++) {
      const [above, aboveStart] = [at(edits, row), at(starts, row)]
      const substituted = diagonal + (wanted[row - 1] === given[end - 1] ? 0 : 1)
      const least = Math.min(substituted, above + 1, at(edits, row - 1) + 1)
      const otherStart = least === above + 1 ? aboveStart : at(starts, row - 1)
      edits[row] = least
      starts[row] = least === substituted ? diagonalStart : otherStart
      diagonal = above
      diagonalStart = aboveStart
    }
    const whole = at(edits, wanted.length)
    if (whole < bestEdits) {
      bestEdits = whole
      best = { start: at(starts, wanted.length), end }
    }
  }
  return best
}
