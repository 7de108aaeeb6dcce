import { isEnglishWord } from '../io/english-words.ts'
import type { Line } from '../layout/index.ts'

/** The words by which a hyphen at a line end is judged. */
export interface Vocabulary {
  /** Whether the document writes a word, or a compound with its hyphen, within a line; lower case. */
  readonly occurs: (word: string) => boolean
  /** Whether the document breaks words at line ends, as programs that hyphenate do. */
  readonly breaksWords: boolean
}

/**
 * What a hyphen at a line end is:
 * - `broken_word`: it is the line break's, and goes (`instru-`, `ments`)
 * - `compound`: it joins two parts that are together (`e-`, `commerce`)
 * - `with_space`: it is the text's, and so may be a space at the line end behind it (`security-`, `related`)
 */
export type LineEndHyphen = 'broken_word' | 'compound' | 'with_space'

/** Prefixes that English usually joins to a word by a hyphen. */
const HYPHENATED_PREFIX = /^(?:non|co|self|anti|cyber|e|ex|quasi)$/

/** A compound of the sentences that the template gives to every profile. */
const TEMPLATE_COMPOUND = 'sector-specific'

/** Whether only a line break can have split a word: it is English, but its parts are not both. */
const isBrokenWord = (left: string, right: string): boolean =>
  isEnglishWord(left + right) &&
  !(isEnglishWord(left) && isEnglishWord(right)) &&
  !HYPHENATED_PREFIX.test(left)

/**
 * Judges the hyphen at a line end. The spelling of the document and of the template decides; else it is a break where
 * the two parts make one English word, or where not both of them are one. A hyphen of the text keeps the line end as a
 * space, but where the first part is no word by itself, is an acronym, or the lines are ended by a program that
 * hyphenates, for then line ends say nothing about spaces.
 * @param head letters before the hyphen
 * @param tail letters that begin the next line
 */
export const judgeHyphen = (
  head: string,
  tail: string,
  { occurs, breaksWords }: Vocabulary,
): LineEndHyphen => {
  const [left, right] = [head.toLowerCase(), tail.toLowerCase()]
  const compound = `${left}-${right}`
  if (occurs(compound) || compound === TEMPLATE_COMPOUND) return 'compound'
  if (occurs(left + right)) return 'broken_word'
  const isOneWord = isEnglishWord(left + right)
  const isPrefixed = HYPHENATED_PREFIX.test(left) && (isEnglishWord(right) || !isOneWord)
  const areWords = isEnglishWord(left) && isEnglishWord(right)
  if (!/^\p{Lu}/u.test(tail) && !isPrefixed && (isOneWord || !areWords)) return 'broken_word'
  const isAcronym = /^\p{Lu}{2,}$/u.test(head)
  return breaksWords || isAcronym || left.length === 1 || !isEnglishWord(left) ? 'compound' : 'with_space'
}

const SOFT_HYPHEN = '\u00ad'

const WORD = /\p{L}+(?:-\p{L}+)*/gu

const HYPHEN_AT_END = /[\p{L}\d][-‐]$/u
const LETTERS_BEFORE_HYPHEN = /(\p{L}+)[-‐]$/u
const FIRST_LETTERS = /^\p{L}+/u

/** This many broken words show that a document breaks words at line ends; one may be a slip. */
const MIN_BREAKS = 2

/** The letters on both sides of a hyphen at a line end; null if the line does not end in a hyphen between letters. */
const findHyphenated = (above: string, below: string): readonly [string, string] | null => {
  if (!above.endsWith('-') && !above.endsWith('‐')) return null
  const head = LETTERS_BEFORE_HYPHEN.exec(above)?.[1]
  const tail = FIRST_LETTERS.exec(below)?.[0]
  return head === undefined || tail === undefined ? null : [head, tail]
}

/** The vocabulary of a document: words and compounds within its lines, and how its lines end. */
export const collectVocabulary = (lines: readonly Line[]): Vocabulary => {
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []))
  const broken = lines.filter(({ text }, index) => {
    const [head, tail] = findHyphenated(lines[index - 1]?.text ?? '', text) ?? []
    return head !== undefined && tail !== undefined && isBrokenWord(head.toLowerCase(), tail.toLowerCase())
  })
  return { occurs: (word) => words.has(word), breaksWords: broken.length >= MIN_BREAKS }
}

/** A web or mail address at the end of a line, which is no longer than this. */
const ADDRESS_AT_END = /(?:https?:\/\/|www\.|[\w.+-]{1,60}@)\S*$/i
const MAX_ADDRESS_LENGTH = 300

/** Whether a line end is within an address: after a hyphen or before a mark, or between marks and more of an address. */
const breaksAddress = (above: string, below: string): boolean => {
  const [address] = ADDRESS_AT_END.exec(above.slice(above.lastIndexOf(' ') + 1)) ?? []
  if (address === undefined) return false
  if (/^[./?&=#~_%][\p{L}\d]/u.test(below)) return true
  const [next = ''] = below.split(/[.,;:)\]]*(?:\s|$)/, 1)
  if (/(?:[-@]|www\.)$/i.test(address)) return /^[a-z\d]/.test(next)
  if (address.endsWith('.')) return /^(?!e\.g|i\.e)[a-z][a-z\d-]*[./]/.test(next)
  return /[/?&=#~_%]$/.test(address) && /^[\p{L}\d].*[./?&=_%-]|^\d/u.test(next)
}

/** The two lines joined without a space; null if they need one. */
const joinPair = (above: string, below: string, vocabulary: Vocabulary): string | null => {
  if (above.endsWith(SOFT_HYPHEN)) return above.slice(0, -1) + below
  if (breaksAddress(above, below)) return above + below
  if (!HYPHEN_AT_END.test(above) || !/^[\p{L}\d]/u.test(below)) return null
  const parts = findHyphenated(above, below)
  const hyphen = parts === null ? 'compound' : judgeHyphen(...parts, vocabulary)
  if (hyphen === 'broken_word') return above.slice(0, -1) + below
  return hyphen === 'compound' ? above + below : null
}

/**
 * Lines as running text: joined by spaces; a hyphen at a line end goes where it belongs to the line break, and stays
 * where it belongs to the text, without a space where it joins two parts of a compound; soft hyphens go.
 */
export const joinLines = (lines: readonly Line[], vocabulary: Vocabulary): string => {
  const parts: string[] = []
  // only the end of the text is looked at again, so that time grows with the length of a note and not with its square
  let end = ''
  for (const { text } of lines) {
    const joined = parts.length === 0 ? null : joinPair(end, text, vocabulary)
    if (joined === null) parts.push(parts.length === 0 ? '' : ' ', text)
    else {
      if (joined.length < end.length + text.length) parts.push((parts.pop() ?? '').slice(0, -1))
      parts.push(text)
    }
    end = (joined ?? text).slice(-MAX_ADDRESS_LENGTH)
  }
  return parts.join('').replaceAll(SOFT_HYPHEN, '')
}
