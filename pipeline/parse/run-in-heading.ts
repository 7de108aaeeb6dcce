import { makeLine, type PlacedLine, textOf } from '../layout/index.ts'
import { candidateOf, nameMatch, SURE_NAME } from './heading.ts'

/** A number and the longest name of the catalogue take up so many words at most. */
const MOST_WORDS = 12

/** Text that goes on behind a name has so many words in small letters at least. */
const FEWEST_WORDS = 2

const STOP = /[.:;]$/
const DASH = /^[–—]+$/
const SENTENCE_START = /^\p{Lu}(?:\p{Ll}|$)/u
const SMALL_LETTERS = /^\p{L}?\p{Ll}/u

type Words = PlacedLine['words']

/** Whether more than a space parts a name from the text behind it: a stop, a dash, the type, or the case. */
const isParted = (name: Words, rest: Words): boolean => {
  const [last, next] = [name.at(-1), rest[0]]
  if (!last || !next) return false
  const title = candidateOf({ text: textOf(name) })?.title ?? ''
  const inCapitals = title === title.toUpperCase() && SENTENCE_START.test(next.text)
  return STOP.test(last.text) || DASH.test(next.text) || (last.bold && !next.bold) || inCapitals
}

/** How many words at the beginning of a line are the number and the name of a heading; 0 where none stands there. */
const headingWords = (words: Words): number => {
  let best = { count: 0, match: SURE_NAME }
  for (let count = 2; count < Math.min(words.length, MOST_WORDS + 1); count++) {
    if (words[count]?.glued === true) continue
    const candidate = candidateOf({ text: textOf(words.slice(0, count)) })
    if (candidate === null) return 0
    const match = nameMatch(candidate.code, candidate.title.replace(STOP, ''))
    if (match >= best.match && isParted(words.slice(0, count), words.slice(count))) best = { count, match }
  }
  return best.count
}

const runIn = (line: PlacedLine): readonly PlacedLine[] => {
  if (candidateOf(line) === null) return [line]
  const named = headingWords(line.words)
  const dash = DASH.test(line.words[named]?.text ?? '') ? 1 : 0
  const [heading, text] = [line.words.slice(0, named + dash), line.words.slice(named + dash)]
  const prose = text.filter((word) => SMALL_LETTERS.test(word.text)).length >= FEWEST_WORDS
  if (named === 0 || !prose) return [line]
  return [heading, text].map((words) => ({ ...makeLine(words, line), cell: line.cell }))
}

/** Lines in which a heading has one to itself, whether the paper gives it one or lets the text run on behind it. */
export const apartFromText = (lines: readonly PlacedLine[]): readonly PlacedLine[] => lines.flatMap(runIn)
