import type { Line } from '../layout/index.ts'
import { isEnglishWord } from './english-words.ts'
import { keepsHyphen, type Vocabulary } from './hyphenation.ts'

const SOFT_HYPHEN = '\u00ad'

const WORD = /\p{L}+(?:-\p{L}+)*/gu

/** The vocabulary of a document: words and compounds that stand within its lines, and English. */
export const vocabularyOf = (lines: readonly Line[]): Vocabulary => {
  const own = new Set(
    lines.flatMap((line) => (line.text.match(WORD) ?? []).map((word) => word.toLowerCase())),
  )
  return { occurs: (word) => own.has(word), isEnglish: isEnglishWord }
}

const endsInHyphen = /[\p{L}\d][-‐]$/u
const beginsWithWord = /^[\p{L}\d]/u
const lastLetters = /(\p{L}+)[-‐]$/u
const firstLetters = /^\p{L}+/u

const joinTwo = (above: string, below: string, vocabulary: Vocabulary): string => {
  if (above.endsWith(SOFT_HYPHEN)) return above.slice(0, -1) + below
  if (!endsInHyphen.test(above) || !beginsWithWord.test(below)) return `${above} ${below}`
  const head = lastLetters.exec(above)?.[1]
  const tail = firstLetters.exec(below)?.[0]
  const keep = head === undefined || tail === undefined || keepsHyphen(head, tail, vocabulary)
  return keep ? above + below : above.slice(0, -1) + below
}

/**
 * Lines as running text: joined by spaces; a hyphen at a line end stays, without a space, where it belongs to the
 * word, and goes where it belongs to the line break; soft hyphens go.
 */
export const joinLines = (lines: readonly Line[], vocabulary: Vocabulary): string => {
  const texts = lines.map((line) => line.text)
  return texts
    .slice(1)
    .reduce((joined, text) => joinTwo(joined, text, vocabulary), texts[0] ?? '')
    .replaceAll(SOFT_HYPHEN, '')
}
