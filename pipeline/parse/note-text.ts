import type { Line } from '../layout/index.ts'

const SOFT_HYPHEN = '\u00ad'

/** The words of a document in lower case, by which a hyphen at a line end is judged. */
export type Vocabulary = ReadonlySet<string>

const WORD = /\p{L}+/gu

/** The words that stand within lines; those that a line end may have cut are left out. */
export const vocabularyOf = (lines: readonly Line[]): Vocabulary =>
  new Set(lines.flatMap((line) => (line.text.match(WORD) ?? []).map((word) => word.toLowerCase())))

const endsInHyphen = /([\p{L}\d]+)[-‐]$/u
const beginsWithLetters = /^\p{Ll}+/u
const beginsWithWord = /^[\p{L}\d]/u

const joinTwo = (above: string, below: string, vocabulary: Vocabulary): string => {
  if (above.endsWith(SOFT_HYPHEN)) return above.slice(0, -1) + below
  const head = endsInHyphen.exec(above)?.[1]
  if (head === undefined || !beginsWithWord.test(below)) return `${above} ${below}`
  const tail = beginsWithLetters.exec(below)?.[0]
  const wholeWord = tail !== undefined && vocabulary.has((head + tail).toLowerCase())
  return wholeWord ? above.slice(0, -1) + below : above + below
}

/**
 * Lines as running text: joined by spaces; a hyphen at a line end stays, without a space, unless the document
 * writes the word without it elsewhere; soft hyphens go.
 */
export const joinLines = (lines: readonly Line[], vocabulary: Vocabulary): string => {
  const texts = lines.map((line) => line.text)
  return texts
    .slice(1)
    .reduce((joined, text) => joinTwo(joined, text, vocabulary), texts[0] ?? '')
    .replaceAll(SOFT_HYPHEN, '')
}
