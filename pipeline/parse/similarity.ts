/** Characters that OCR takes for one another, by the letter or digit that stands for all of them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  L: 'I',
  '1': 'I',
  '|': 'I',
  '!': 'I',
  '0': 'O',
  '5': 'S',
  $: 'S',
  '8': 'B',
  '2': 'Z',
}

/** A text in capitals in which characters of one shape are one: the same for `LEGISLATION` and `LEGlSLATl0N`. */
export const foldLookAlikes = (text: string): string =>
  text.toUpperCase().replace(/[L1|!05$82]/g, (character) => LOOK_ALIKES[character] ?? character)

const DIGITS: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', B: '8', Z: '2' }

/** A text with digits where letters of their shape stand: `l.1.1` is `1.1.1`. */
export const digitsByShape = (text: string): string =>
  text.replace(/\D/g, (character) => DIGITS[foldLookAlikes(character)] ?? character)

/** The number of single-character edits that turn one text into the other (Levenshtein 1966). */
export const editDistance = (left: string, right: string): number => {
  const edits = Uint32Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const unit = left.charCodeAt(row - 1)
    let diagonal = row - 1
    edits[0] = row
    for (let column = 1; column <= right.length; column++) {
      const above = edits[column] ?? 0
      const substitution = diagonal + (unit === right.charCodeAt(column - 1) ? 0 : 1)
      edits[column] = Math.min(substitution, above + 1, (edits[column - 1] ?? 0) + 1)
      diagonal = above
    }
  }
  return edits[right.length] ?? 0
}

/** How like two texts are, from 0 (nothing in common) to 1 (the same), white space left out. */
export const similarity = (left: string, right: string): number => {
  const a = left.replace(/\s+/g, '')
  const b = right.replace(/\s+/g, '')
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  return 1 - editDistance(a, b) / longest
}

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
