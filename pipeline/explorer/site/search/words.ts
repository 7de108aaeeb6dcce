import { fold } from '../model/text.ts'

/** Stop words, which search ignores. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and at by de des du for from in is la le of on or that the to which who with'.split(' '),
)

/** Letters, or digits: `ISO27001` is two words, as `ISO 27001` is. */
const WORD = /\p{L}+|\p{N}+/gu

/** The year of a standard's edition: however it is cited, the standard is the same. */
const EDITION = /(\d{4,5}) ?: ?(19|20)\d\d\b/g

const MIN_STEMMED_LENGTH = 4

/** A word without its plural: `laws` is found by `law`, `parties` by `party`. */
const stem = (word: string): string => {
  if (word.length < MIN_STEMMED_LENGTH || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is'))
    return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** A word for comparison: without case, accents and plural. */
export const normalizeWord = (word: string): string => stem(fold(word))

/** The words of a text for comparison, in order. */
export const splitWords = (text: string): readonly string[] => {
  const words = (fold(text).replace(EDITION, '$1').match(WORD) ?? []).map(stem)
  const telling = words.filter((word) => !STOP_WORDS.has(word))
  // a query of only stop words keeps them
  return telling.length > 0 ? telling : words
}

/** A stretch of a text, and whether it is one of the words looked for. */
export interface MarkedPart {
  readonly text: string
  readonly found: boolean
}

const SNIPPET_LENGTH = 280

/** The part of a note around the first word found, with the words found marked. */
export const markWords = (note: string, found: ReadonlySet<string>): readonly MarkedPart[] => {
  const places = [...note.matchAll(WORD)].filter(([word]) => found.has(normalizeWord(word)))
  const first = places[0]?.index ?? 0
  const start = first < SNIPPET_LENGTH / 2 ? 0 : note.indexOf(' ', first - SNIPPET_LENGTH / 3) + 1
  const cut = start + SNIPPET_LENGTH
  const end = cut >= note.length ? note.length : note.lastIndexOf(' ', cut)
  const parts: MarkedPart[] = []
  let at = start
  for (const { index, 0: word } of places.filter(({ index }) => index >= start && index < end)) {
    parts.push({ text: note.slice(at, index), found: false }, { text: word, found: true })
    at = index + word.length
  }
  parts.push({ text: note.slice(at, end), found: false })
  return [
    ...(start > 0 ? [{ text: '… ', found: false }] : []),
    ...parts.filter(({ text }) => text !== ''),
    ...(end < note.length ? [{ text: ' …', found: false }] : []),
  ]
}
