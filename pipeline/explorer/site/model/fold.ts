const MARKS = /\p{M}+/gu

/** A text as it is compared: without case, accents and differences of white space. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/\s+/g, ' ').trim()
