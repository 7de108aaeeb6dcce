/** A word of a note with its offsets. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  /** What is between the word before and this one. */
  readonly gap: string
}

const WORD = /[\p{L}\p{N}]+(?:['’.&/+@_•|-]+[\p{L}\p{N}]+)*(?:n?°|º)?|&|§+/gu

/** The words of a stretch of text, in order. */
export const tokenize = (text: string, from: number, to: number): Token[] => {
  const tokens: Token[] = []
  let end = from
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const start = from + match.index
    tokens.push({ text: match[0], start, end: start + match[0].length, gap: text.slice(end, start) })
    end = start + match[0].length
  }
  return tokens
}

/** Whether a word is written as names are: `Agency`, `eCommerce`, `e-Government`, `mtCERT`, `2CENTRE`. */
export const isCapitalised = (word: string): boolean =>
  /^(?:\p{Lu}|\p{Ll}+[-’']?\p{Lu}|\d+-?\p{Lu})/u.test(word)

export const isNumber = (word: string): boolean =>
  (/^\d/.test(word) && !isCapitalised(word)) || /^(?:I{2,3}|IV|VI{1,3}|IX)$/.test(word)

/** Whether a word is an abbreviation or a coined name (`ANTIC`, `KZ-CERT`, `iTrust`, `SafenetCY`). */
export const isAcronym = (word: string): boolean =>
  /^(?:[\p{Lu}\p{N}][\p{Lu}\p{N}.&/+-]*[\p{Lu}\p{N}]|\p{L}*\p{Ll}\p{Lu}[\p{L}\p{N}./-]*|\p{Lu}{2,}[\p{L}.-]*|\p{L}+-(?:CERT|CSIRT|CIRT))$/u.test(
    word,
  )

export const isYear = (word: string): boolean => /^(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?$/.test(word)

export const isName = (token: Token): boolean => isCapitalised(token.text)
/** White space, or a hyphen within a word. */
export const isSpace = (gap: string): boolean => /^(?:\s*|[-–]\s?|['’]\s)$/.test(gap)

const NO_TOKEN: Token = { text: '', start: -1, end: -1, gap: '.' }
/** The token at an index; behind the last one an empty one that nothing joins. */
export const tokenAt = (tokens: readonly Token[], index: number): Token => tokens[index] ?? NO_TOKEN
