import { remember } from '../io/remember.ts'

/**
 * What is between a word and the one before it. `loose` is white space, a hyphen, an apostrophe or the full stop of an
 * abbreviation: the name may go on. `break` is a comma or bracket: it goes on only in a form that prints one there
 * (`Korea (Republic of)`). At anything else it ends.
 */
type Gap = 'loose' | 'break' | 'stop'

/** A word of a text, spelt as names are compared, with its place. */
export interface NameWord {
  /** Lower case, without marks, abbreviations written out; empty for a web or mail address. */
  readonly word: string
  /** The word as printed. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly gap: Gap
}

/** An address, initials with full stops (`U.S.A.`), a word, or an ampersand. */
const WORD =
  /((?:https?:\/\/|www\.)\S+|\S{1,200}@\S+)|(?<![\p{L}\p{N}])(?:\p{L}\.\s?)+\p{L}(?![\p{L}\p{M}\p{N}])\.?|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|&/gu

const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['rep', 'republic'],
  ['dem', 'democratic'],
  ['fed', 'federal'],
])

const LOOSE = /^(?:\s*|\s*[-‐‑‒–—]\s+|[-‐‑‒–—]|['’‘ʼ`´]\s?)$/u
const FULL_STOP = /^\.[\s-]*$/
const BREAK = /^[\s,()[\]]*[,()[\]][\s,()[\]]*$/

const spell = remember((text: string): string => {
  if (text === '&') return 'and'
  const bare = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
  return WRITTEN_OUT.get(bare) ?? bare
})

const classifyGap = (between: string, before: string): Gap => {
  if (between === ' ' || LOOSE.test(between)) return 'loose'
  if (FULL_STOP.test(between))
    return before.length === 1 || WRITTEN_OUT.has(before.toLowerCase()) ? 'loose' : 'stop'
  return BREAK.test(between) ? 'break' : 'stop'
}

/** The words of a text for comparing names, in order; the article “the” is left out. */
export const nameWords = (text: string): NameWord[] => {
  const words: NameWord[] = []
  let between = ''
  let from = 0
  for (const match of text.matchAll(WORD)) {
    const [printed, address] = match
    const start = match.index
    const end = start + printed.length
    between += text.slice(from, start)
    from = end
    const word = address === undefined ? spell(printed) : ''
    if (word === 'the') {
      between = between.trimEnd()
      continue
    }
    words.push({ word, text: printed, start, end, gap: classifyGap(between, words.at(-1)?.text ?? '') })
    between = ''
  }
  return words
}

/**
 * A name for comparison: lower case, without accents, punctuation and the article “the”, with “&”, “St”,
 * “Rep.”, “Dem.” and “Fed.” written out and initials joined (`U.S.A.` is `usa`).
 */
export const normaliseName = (text: string): string =>
  nameWords(text)
    .map(({ word }) => word)
    .filter((word) => word !== '')
    .join(' ')
