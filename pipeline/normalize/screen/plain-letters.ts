/** What stands for letters and digits that are not ASCII: a letter that has no case, within Latin-1. */
const ANY_LETTER = 'ª'

/** Letters and digits of a plain text, for use within brackets of a pattern that ignores case. */
export const PLAIN_LETTER = `a-z0-9${ANY_LETTER}`

const FOREIGN = /(?!\p{ASCII})[\p{L}\p{N}]/gu

/**
 * A text with one letter in the place of all that are not ASCII. Patterns then need not know the letters of Unicode,
 * whose classes take V8 a millisecond each to compile where case is ignored.
 */
export const plainLetters = (text: string): string =>
  /\P{ASCII}/u.test(text) ? text.replace(FOREIGN, ANY_LETTER) : text
