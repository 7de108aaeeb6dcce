import type { Line } from '../layout/index.ts'
import { isEnglishWord } from './english-words.ts'
import { isBrokenWord, lineEndHyphen, type Vocabulary } from './hyphenation.ts'

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
    const glued = above === undefined ? null : gluedTo(above, text, vocabulary)
    if (glued === null) pieces.push(text)
    else pieces[pieces.length - 1] = glued
  }
  return pieces.join(' ').replaceAll(SOFT_HYPHEN, '')
}
