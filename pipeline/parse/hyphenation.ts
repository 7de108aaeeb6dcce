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
