/** The words by which a hyphen at a line end is judged. */
export interface Vocabulary {
  /** Whether the document writes a word, or a compound with its hyphen, within a line; lower case. */
  readonly occurs: (word: string) => boolean
  /** Whether English has a word; lower case. */
  readonly isEnglish: (word: string) => boolean
}

/** First parts that English joins to a word by a hyphen as a rule. */
const HYPHENATED_PREFIX = /^(?:non|co|self|anti|cyber|e|ex|quasi)$/

/**
 * Whether the hyphen at a line end belongs to the word (`sector-specific`) rather than to the line break
 * (`instru-ments`). The document's own spelling decides; else it is a break where the two parts make one English
 * word, or where neither of them is one.
 * @param head letters before the hyphen
 * @param tail letters that begin the next line
 */
export const keepsHyphen = (head: string, tail: string, vocabulary: Vocabulary): boolean => {
  const [left, right] = [head.toLowerCase(), tail.toLowerCase()]
  if (vocabulary.occurs(`${left}-${right}`)) return true
  if (vocabulary.occurs(left + right)) return false
  if (/^\p{Lu}/u.test(tail) || HYPHENATED_PREFIX.test(left)) return true
  if (vocabulary.isEnglish(left + right)) return false
  return vocabulary.isEnglish(left) && vocabulary.isEnglish(right)
}
