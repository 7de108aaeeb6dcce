const BRACKET =
  /^\s{0,2}\(\s?["“”'‘’]?(?<letters>[\p{L}\p{N}][\p{L}\p{N}.&/ -]{0,18}?)["“”'‘’]?\s?(?:\(?\*\)?\s?)?\)/u

const isShortForm = (letters: string): boolean =>
  (letters.match(/\p{Lu}/gu) ?? []).length >= 2 && letters.split(' ').length <= 2

/** An abbreviation in brackets behind a name: its letters, and the offset behind the bracket. */
export interface Abbreviation {
  readonly letters: string
  readonly end: number
}

/** A short name of one word (`Rosstandart`), not one that tells where something stands. */
const ALIAS = /^(?!Articles?$|Sections?$|Chapters?$|Protection$|Draft$)(?:\p{Lu}\p{Ll}{4,}|\p{Lu}\d)$/u

/** The abbreviation (or, with `aliases`, the short name) in brackets at an offset of a text, or null. */
export const abbreviationAt = (text: string, offset: number, aliases = false): Abbreviation | null => {
  const match = BRACKET.exec(text.slice(offset, offset + 40))
  const letters = match?.groups?.['letters']
  if (!match || letters === undefined || !(isShortForm(letters) || (aliases && ALIAS.test(letters))))
    return null
  return { letters, end: offset + match[0].length }
}
