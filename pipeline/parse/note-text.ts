import { isEnglishWord } from '../io/english-words.ts'
import type { Line } from '../layout/index.ts'

/** The words by which a hyphen at a line end is judged. */
export interface Vocabulary {
  /** Whether the document writes a word, or a compound with its hyphen, within a line; lower case. */
  readonly occurs: (word: string) => boolean
  /** Whether English has a word; lower case. */
  readonly isEnglish: (word: string) => boolean
  /** Whether the document breaks words at line ends, as programs that hyphenate do. */
  readonly breaksWords: boolean
}

/**
 * What a hyphen at a line end is:
 * - `broken_word`: it is the line break's, and goes (`instru-`, `ments`)
 * - `compound`: it joins two parts that stand together (`e-`, `commerce`)
 * - `with_space`: it is the text's, and nothing says that the line end behind it is not a space of the text too
 *   (`security-`, `related`)
 */
export type LineEndHyphen = 'broken_word' | 'compound' | 'with_space'

/** First parts that English joins to a word by a hyphen as a rule. */
const HYPHENATED_PREFIX = /^(?:non|co|self|anti|cyber|e|ex|quasi)$/

/** Compounds of the sentences that the template gives to every paper. */
const OF_THE_TEMPLATE: ReadonlySet<string> = new Set(['sector-specific'])

const isAcronym = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word)

/**
 * Judges the hyphen at a line end. The spelling of the document and of the template decides; else it is a break where
 * the two parts make one English word, or where not both of them are one. A hyphen that is none keeps the line end as a
 * space, but where the first part cannot stand alone, is an acronym, or the lines are ended by a program that
 * hyphenates, for then line ends say nothing about spaces.
 * @param head letters before the hyphen
 * @param tail letters that begin the next line
 */
export const lineEndHyphen = (head: string, tail: string, vocabulary: Vocabulary): LineEndHyphen => {
  const { occurs, isEnglish, breaksWords } = vocabulary
  const [left, right] = [head.toLowerCase(), tail.toLowerCase()]
  if (occurs(`${left}-${right}`) || OF_THE_TEMPLATE.has(`${left}-${right}`)) return 'compound'
  if (occurs(left + right)) return 'broken_word'
  const prefixed = HYPHENATED_PREFIX.test(left) && (isEnglish(right) || !isEnglish(left + right))
  if (!/^\p{Lu}/u.test(tail) && !prefixed) {
    if (isEnglish(left + right) || !isEnglish(left) || !isEnglish(right)) return 'broken_word'
  }
  return breaksWords || isAcronym(head) || left.length === 1 || !isEnglish(left) ? 'compound' : 'with_space'
}

/** Whether two parts are a word that only a line break can have parted: English has it, but not both its parts. */
export const isBrokenWord = (head: string, tail: string, { isEnglish }: Vocabulary): boolean => {
  const [left, right] = [head.toLowerCase(), tail.toLowerCase()]
  return isEnglish(left + right) && !(isEnglish(left) && isEnglish(right)) && !HYPHENATED_PREFIX.test(left)
}

const SOFT_HYPHEN = '\u00ad'

const WORD = /\p{L}+(?:-\p{L}+)*/gu

const HYPHENS: ReadonlySet<string | undefined> = new Set(['-', '‐'])
const endsInHyphen = /[\p{L}\d][-‐]$/u
const beginsWithWord = /^[\p{L}\d]/u
const lastLetters = /(\p{L}+)[-‐]$/u
const firstLetters = /^\p{L}+/u

/** So many broken words show that a document breaks words at line ends; one may be a slip. */
const FEWEST_BREAKS = 2

/** The letters on both sides of a hyphen at a line end; null where the line does not end in a hyphen between letters. */
const partsAtLineEnd = (above: string, below: string): readonly [string, string] | null => {
  if (!HYPHENS.has(above.at(-1))) return null
  const head = lastLetters.exec(above)?.[1]
  const tail = firstLetters.exec(below)?.[0]
  return head === undefined || tail === undefined ? null : [head, tail]
}

/** The vocabulary of a document: words and compounds that stand within its lines, English, and how its lines end. */
export const vocabularyOf = (lines: readonly Line[]): Vocabulary => {
  const own = new Set(
    lines.flatMap((line) => (line.text.match(WORD) ?? []).map((word) => word.toLowerCase())),
  )
  const words = { occurs: (word: string) => own.has(word), isEnglish: isEnglishWord, breaksWords: false }
  const broken = lines.filter((line, index) => {
    const parts = partsAtLineEnd(lines[index - 1]?.text ?? '', line.text)
    return parts !== null && isBrokenWord(...parts, words)
  })
  return { ...words, breaksWords: broken.length >= FEWEST_BREAKS }
}

/** The two lines in one, where nothing parts them; null where a space does. */
const gluedTo = (above: string, below: string, vocabulary: Vocabulary): string | null => {
  if (above.endsWith(SOFT_HYPHEN)) return above.slice(0, -1) + below
  if (!endsInHyphen.test(above) || !beginsWithWord.test(below)) return null
  const parts = partsAtLineEnd(above, below)
  const hyphen = parts === null ? 'compound' : lineEndHyphen(...parts, vocabulary)
  if (hyphen === 'broken_word') return above.slice(0, -1) + below
  return hyphen === 'compound' ? above + below : null
}

/**
 * Lines as running text: joined by spaces; a hyphen at a line end goes where it belongs to the line break, and stays
 * where it belongs to the text, without a space where it joins two parts of a compound; soft hyphens go.
 */
export const joinLines = (lines: readonly Line[], vocabulary: Vocabulary): string => {
  // only the last piece is looked at again, so that a note takes time by its length and not by its square
  const pieces: string[] = []
  for (const { text } of lines) {
    const above = pieces.at(-1)
    const joined = above === undefined ? null : gluedTo(above, text, vocabulary)
    if (joined === null) pieces.push(text)
    else pieces[pieces.length - 1] = joined
  }
  return pieces.join(' ').replaceAll(SOFT_HYPHEN, '')
}
