import { PARENT_HEADINGS, SECTIONS, type Section, type SectionCode } from '../../schemas/index.ts'
import { findInlineHeadings } from '../extract/index.ts'
import { joinWords, makeLine, type PlacedLine } from '../layout/index.ts'
import { editDistance, foldLookAlikes, similarity, toDigits } from './similarity.ts'

/** A heading found in the text: a section of the catalogue, or a parent without text of its own. */
export interface Heading {
  readonly code: SectionCode | null
  /** Its first line, and the line behind its last. */
  readonly start: number
  readonly end: number
  readonly printed: string
  readonly knownWording: boolean
}

/** A heading number: one to three digits separated by dots, which copies may space out or set a dash before. */
const NUMBERED = /^[-–—•.\s]*(\d)\s?[.,](?:\s?(\d)(?:\s?[.,]\s?(\d))?)?(?!\d)[.,]?\s*(.*)$/u

/** A heading number whose digits or dots OCR misread (`l.1.1`, `11.1`, `1.1-1`), set off from a name. */
const MISREAD_NUMBER = /^[-–—•.\s]*((?:[\dlIiOoSsBZz|!][\s.,:;·'’*°-]{0,2}){1,4})\s+(\p{L}.*)$/u

/** A lone digit says too little to be accepted when its dot is lost. */
const MIN_MISREAD_DIGITS = 2

/** How similar a heading must be to a name of the catalogue, with the right number and with any number. */
const SAME_NAME = 0.75
const SURE_NAME = 0.85

const sections: readonly Section[] = SECTIONS.filter((section) => section.question !== 'figure')

const parents = Object.entries(PARENT_HEADINGS)

const places: ReadonlyMap<string, number> = new Map(sections.map(({ code }, index) => [code, index]))

const isSectionCode = (code: string): code is SectionCode => places.has(code)

/** The printed names of each heading of the catalogue, look-alikes folded. */
const names = new Map<string, readonly string[]>([
  ...sections.map(({ code, printedNames }) => [code, printedNames.map(foldLookAlikes)] as const),
  ...parents.map(([code, name]) => [code, [foldLookAlikes(name)]] as const),
])

/** The place of a section in the catalogue, from 0; background figures have none (-1). */
export const getSectionPlace = (code: SectionCode): number => places.get(code) ?? -1

/** A section number of the catalogue, and the text after it. */
interface Candidate {
  readonly code: string
  readonly title: string
  /** How similar the text is to the nearest printed name of the number, from 0 to 1. */
  readonly match: number
}

const makeCandidate = (code: string, title: string): Candidate => {
  const folded = foldLookAlikes(title)
  const known = names.get(code) ?? []
  const match = known.includes(folded) ? 1 : Math.max(0, ...known.map((name) => similarity(folded, name)))
  return { code, title, match }
}

/** Capitals throughout, a few words, no sentence: what a heading in other words than the template's looks like. */
const isTitle = (text: string): boolean => {
  if (text.split(/\s+/, 9).length > 8) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return letters >= 3 && capitals / letters > 0.85
}

/** The section number that a text begins with, and the text after it. */
const findNumber = (text: string): Candidate | null => {
  const match = NUMBERED.exec(text)
  if (!match) return null
  const [, first, second, third, title = ''] = match
  const code = [first, second, third].filter((digit) => digit !== undefined).join('.')
  return names.has(code) ? makeCandidate(code, title.trim()) : null
}

const toBareDigits = (number: string): string => toDigits(number).replace(/\D/g, '')

/** A heading with the name of the catalogue and a number of which one digit, or any dot, is wrong. */
const findMisreadNumber = ({ text }: PlacedLine): Candidate | null => {
  const [, number = '', name = ''] = MISREAD_NUMBER.exec(text) ?? []
  const [digits, title] = [toBareDigits(number), name.trim()]
  if (digits.length < MIN_MISREAD_DIGITS || !isTitle(title.replace(/[li|!]/g, 'I'))) return null
  const [nearest] = [...names.keys()]
    .filter((code) => editDistance(digits, toBareDigits(code)) <= 1)
    .map((code) => makeCandidate(code, title))
    .toSorted((one, other) => other.match - one.match)
  return nearest && nearest.match >= SURE_NAME ? nearest : null
}

/** A heading that lost its number: exactly the name, in capitals, of the next section or of its parent, which may be bold. */
const findUnnumbered = ({ text, bold }: PlacedLine, lastPlace: number): Candidate | null => {
  const [last, next] = [sections[lastPlace], sections[lastPlace + 1]]
  const capitals = bold ? text.toUpperCase() : text
  const isOpened = (parent: string): boolean =>
    next?.code.startsWith(`${parent}.`) === true && last?.code.startsWith(`${parent}.`) !== true
  const isNamed = (name: string, printed = text): boolean =>
    printed.startsWith(name) && /^[.\s]*$/.test(printed.slice(name.length))
  const code = next?.printedNames.some((name) => isNamed(name))
    ? next.code
    : parents.find(([parent, name]) => isNamed(name, capitals) && isOpened(parent))?.[0]
  return code === undefined ? null : makeCandidate(code, text.replace(/[.\s]+$/, ''))
}

/** A heading that is broken over two lines; null if the next line is not part of it. */
const joinTitle = ({ code, title, match }: Candidate, next: PlacedLine | undefined): Candidate | null => {
  if (!next || !isTitle(next.text) || NUMBERED.test(next.text)) return null
  const joined = makeCandidate(code, `${title} ${next.text}`.trim())
  return joined.match > Math.max(SAME_NAME, match) ? joined : null
}

/**
 * Which heading, if any, begins at a line.
 * @param lastPlace the place in the catalogue of the last section found
 */
export const readHeading = (
  lines: readonly PlacedLine[],
  index: number,
  lastPlace: number,
): Heading | null => {
  const [line, next] = [lines[index], lines[index + 1]]
  if (!line) return null
  const printed = findNumber(line.text) ?? findUnnumbered(line, lastPlace)
  const candidate = printed && printed.match >= SAME_NAME ? printed : (findMisreadNumber(line) ?? printed)
  if (!candidate) return null
  const joined = joinTitle(candidate, next)
  const { code, title, match } = joined ?? candidate
  const knownWording = match >= SAME_NAME
  const isOtherWording = (places.get(code) ?? -1) > lastPlace && isTitle(title)
  if (!knownWording && !isOtherWording) return null
  return {
    code: isSectionCode(code) ? code : null,
    start: index,
    end: index + (joined === null ? 1 : 2),
    printed: joined === null || !next ? line.text : `${line.text} ${next.text}`,
    knownWording,
  }
}

/** Text that follows a name in its line has at least this many words in small letters. */
const MIN_PROSE_WORDS = 2

const STOP = /[.:;]$/
const DASH = /^[–—]+$/
const SENTENCE_START = /^\p{Lu}(?:\p{Ll}|$)/u
const SMALL_LETTERS = /^\p{L}?\p{Ll}/u

/** Whether more than a space separates a name from the text after it: a stop, a dash, the type, or the case. */
const isParted = (name: PlacedLine['words'], [next]: PlacedLine['words']): boolean => {
  const last = name.at(-1)
  if (!last || !next) return false
  const isCapitals = last.text === last.text.toUpperCase() && SENTENCE_START.test(next.text)
  return STOP.test(last.text) || DASH.test(next.text) || (last.bold && !next.bold) || isCapitals
}

const countSmallWords = (words: PlacedLine['words']): number =>
  words.filter(({ text }) => SMALL_LETTERS.test(text)).length

const splitHeading = (line: PlacedLine): readonly PlacedLine[] => {
  const { words } = line
  if (countSmallWords(words) < MIN_PROSE_WORDS || findNumber(line.text) === null) return [line]
  const [heading] = findInlineHeadings(line.text)
  if (heading?.start !== 0) return [line]
  const count = words.findIndex((_, index) => joinWords(words.slice(0, index + 1)).length >= heading.end) + 1
  const rest = words.slice(count)
  if (countSmallWords(rest) < MIN_PROSE_WORDS || !isParted(words.slice(0, count), rest)) return [line]
  const end = count + (DASH.test(rest[0]?.text ?? '') ? 1 : 0)
  return [words.slice(0, end), words.slice(end)].map((part) => ({ ...makeLine(part, line), cell: line.cell }))
}

/** Lines in which each heading has one to itself, although the document lets the text run on behind it. */
export const splitHeadings = (lines: readonly PlacedLine[]): readonly PlacedLine[] =>
  lines.flatMap(splitHeading)
