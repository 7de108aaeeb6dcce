/** A word of a note with its offsets; a number with its separators (`8,137/1990`) is one word. */
export interface NoteWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

const WORD =
  /\d[\p{L}\p{N}]*(?:[,./–-](?=\p{N})[\p{L}\p{N}/-]+|-\p{Lu}{1,3}(?:\/\d+)?(?!\p{L}))*|[\p{L}](?:[\p{L}\p{N}'’°&/.+-]*[\p{L}\p{N}°])?|&/gu

/** The words of a note, in order. */
export const wordsOf = (text: string): NoteWord[] =>
  [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

/** Whether a word is written like a name: a capital at its beginning, or behind the letter of `eSafety`. */
export const isCapitalised = (word: string): boolean => /^(?:[a-z]-?)?\p{Lu}/u.test(word)

/** Whether a word is a number, a year or a citation (`15/2008`). */
export const isNumber = (word: string): boolean => /^\d/.test(word)

/** Whether a word is set in capitals, as abbreviations are. */
export const isAbbreviation = (word: string): boolean =>
  /^[\p{Lu}\p{N}](?:[\p{Lu}\p{N}.&/-]*[\p{Lu}\p{N}])$/u.test(word) && !isNumber(word)
