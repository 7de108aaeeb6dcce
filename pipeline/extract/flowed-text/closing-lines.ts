/** Where a closing line of the template begins. */
const STARTS = [
  /[-–—_=]{8,}/,
  /DISCLAIMER\b/,
  /More\s+information\s+is\s+available\s+(?:on|at)\s+(?:the\s+)?ITU\b/,
  /Last\s+updated?\s+on\b/,
]

const STARTING = new RegExp(`\\s+(?=${STARTS.map((start) => start.source).join('|')})`, 'g')

/** The date behind “Last updated on”, day or month first. */
const DATED =
  /(Last\s+updated?\s+on\s*:?\s*(?:\d{1,2}\s?(?:st|nd|rd|th|["”'])?\s*,?\s*[A-Z]\p{L}+|[A-Z]\p{L}+\s+\d{1,2}\s?(?:st|nd|rd|th)?)\s*,?\s*\d{4}\.?)(?:\s+|$)/giu

/** A rule that is followed by words on its line. */
const RULED = /([-–—_=]{8,})[^\S\n]+(?=\p{L})(?!Page\s)/gu

/** A text with each closing line of a profile on a line of its own, and nothing behind its date. */
export const breakClosingLines = (text: string): string =>
  text
    .replace(STARTING, '\n')
    .replace(RULED, '$1\n')
    .replace(DATED, (_, dated: string) => `${dated.replace(/\s+/g, ' ')}\n`)
