const MARKS = /\p{M}+/gu

/** A text for comparison: without case, accents and differences of white space. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/\s+/g, ' ').trim()
