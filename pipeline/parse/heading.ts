import { PARENT_HEADINGS, SECTIONS, type Section, type SectionCode } from '../../schemas/index.ts'
import { joinWords, makeLine, type PlacedLine } from '../layout/index.ts'
import { digitsByShape, editDistance, foldLookAlikes, similarity } from './similarity.ts'

/** A heading found in the text: a section of the catalogue, or a parent without text of its own. */
export interface Heading {
  readonly code: SectionCode | null
  /** How many lines it takes up. */
  readonly height: number
  readonly printed: string
  readonly knownWording: boolean
}

/** A heading number: one to three digits parted by dots, which copies may space out or set a dash before. */
const NUMBERED = /^[-–—•.\s]*(\d)\s?[.,](?:\s?(\d)(?:\s?[.,]\s?(\d))?)?(?!\d)[.,]?\s*(.*)$/u

/** A heading number whose digits or dots OCR misread (`l.1.1`, `11.1`, `1.1-1`), set off from a name. */
const MISREAD_NUMBER = /^[-–—•.\s]*((?:[\dlIiOoSsBZz|!][\s.,:;·'’*°-]{0,2}){1,4})\s+(\p{L}.*)$/u

/** A lone digit says too little to be believed when its dot is lost. */
const FEWEST_DIGITS = 2

/** How like a name of the catalogue a heading must be to count as that name whatever its number. */
export const SURE_NAME = 0.85

/** How like a printed name of the catalogue a heading must be to count as that name. */
const SAME_NAME = 0.75

const numbered: readonly Section[] = SECTIONS.filter((section) => section.question !== 'figure')

const order: ReadonlyMap<string, number> = new Map(numbered.map((section, index) => [section.code, index]))

const isSectionCode = (code: string): code is SectionCode => order.has(code)

/** The printed names of each heading of the catalogue, look-alikes folded. */
const names = new Map<string, readonly string[]>([
  ...Object.entries(PARENT_HEADINGS).map(([code, name]) => [code, [foldLookAlikes(name)]] as const),
  ...numbered.map(({ code, printedNames }) => [code, printedNames.map(foldLookAlikes)] as const),
])

/** How like the nearest printed name of a heading a title is, from 0 to 1. */
export const nameMatch = (code: string, title: string): number => {
  const folded = foldLookAlikes(title)
  const known = names.get(code) ?? []
  return known.includes(folded) ? 1 : Math.max(0, ...known.map((name) => similarity(folded, name)))
}

/** Capitals throughout, a few words, no sentence: what a heading in other words than the template's looks like. */
const looksLikeTitle = (text: string): boolean => {
  if (text.split(/\s+/, 9).length > 8) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return letters >= 3 && capitals / letters > 0.85
}

interface Candidate {
  readonly code: string
  readonly title: string
}

/** The number of the catalogue that a text begins with, and what stands behind it. */
export const candidateOf = ({ text }: Pick<PlacedLine, 'text'>): Candidate | null => {
  const match = NUMBERED.exec(text)
  if (!match) return null
  const [, first, second, third, title = ''] = match
  const code = [first, second, third].filter((digit) => digit !== undefined).join('.')
  return isSectionCode(code) || code in PARENT_HEADINGS ? { code, title: title.trim() } : null
}

const codes: readonly string[] = [...numbered.map((section) => section.code), ...Object.keys(PARENT_HEADINGS)]

const bareDigits = (number: string): string => digitsByShape(number).replace(/\D/g, '')

/** A heading with the name of the catalogue and a number of which one digit, or any dot, is wrong. */
const misreadCandidate = (line: PlacedLine): Candidate | null => {
  const [, number = '', title = ''] = MISREAD_NUMBER.exec(line.text) ?? []
  const digits = bareDigits(number)
  if (digits.length < FEWEST_DIGITS || !looksLikeTitle(title.replace(/[li|!]/g, 'I'))) return null
  const [nearest] = codes
    .map((code) => ({ code, name: nameMatch(code, title) }))
    .toSorted((left, right) => right.name - left.name)
  if (!nearest || nearest.name < SURE_NAME) return null
  return editDistance(digits, bareDigits(nearest.code)) <= 1
    ? { code: nearest.code, title: title.trim() }
    : null
}

/** The next line as the rest of a heading that is broken in two: its title, or its last words. */
const continuation = (candidate: Candidate, next: PlacedLine | undefined): string | null => {
  if (!next || !looksLikeTitle(next.text) || NUMBERED.test(next.text)) return null
  const joined = `${candidate.title} ${next.text}`.trim()
  return nameMatch(candidate.code, joined) > Math.max(SAME_NAME, nameMatch(candidate.code, candidate.title))
    ? joined
    : null
}

const lastKnownHeadings = new WeakMap<readonly PlacedLine[], ReadonlyMap<string, number>>()

/** Where the last heading of each code stands that is in the catalogue's own words; found once for the same lines. */
const findLastKnownHeadings = (lines: readonly PlacedLine[]): ReadonlyMap<string, number> => {
  let found = lastKnownHeadings.get(lines)
  if (!found) {
    found = new Map(
      lines.flatMap((line, index) => {
        const heading = candidateOf(line)
        return heading && nameMatch(heading.code, heading.title) >= SAME_NAME ? [[heading.code, index]] : []
      }),
    )
    lastKnownHeadings.set(lines, found)
  }
  return found
}

/** Whether the heading of a code stands further down in the catalogue's own words. */
const knownHeadingFollows = (lines: readonly PlacedLine[], index: number, code: string): boolean =>
  (findLastKnownHeadings(lines).get(code) ?? -1) > index

/** Which heading, if any, begins at a line. `last` is the place in the catalogue of the last section found. */
export const headingAt = (
  lines: readonly PlacedLine[],
  index: number,
  last: number,
  parentsAbove = 0,
): Heading | null => {
  const line = lines[index]
  if (!line) return null
  const printed =
    candidateOf(line) ?? unnumbered(line, last) ?? unnumberedParent(lines, index, last, parentsAbove)
  const named = printed !== null && nameMatch(printed.code, printed.title) >= SAME_NAME
  const candidate = named ? printed : (misreadCandidate(line) ?? printed)
  if (!candidate) return null
  const next = lines[index + 1]
  const rest = continuation(candidate, next)
  const title = rest ?? candidate.title
  const knownWording = nameMatch(candidate.code, title) >= SAME_NAME
  const place = order.get(candidate.code)
  const otherWording = place !== undefined && place > last && looksLikeTitle(title)
  const plausible = knownWording || (otherWording && !knownHeadingFollows(lines, index, candidate.code))
  if (!plausible) return null
  return {
    code: isSectionCode(candidate.code) ? candidate.code : null,
    height: rest === null ? 1 : 2,
    printed: rest === null || !next ? line.text : `${line.text} ${next.text}`,
    knownWording,
  }
}

/** A heading that lost its number: a line that is the very name of the next section, in capitals. */
const unnumbered = (line: PlacedLine, last: number): Candidate | null => {
  const next = numbered[last + 1]
  const text = line.text.replace(/[.\s]+$/, '')
  return next?.printedNames.includes(text) ? { code: next.code, title: text } : null
}

/** A section stands below two parents: its chapter and its part. */
const MAX_PARENTS_ABOVE = 1

/** A parent that lost its number: a line that is its very name, in capitals or bold, with the next heading below it. */
const unnumberedParent = (
  lines: readonly PlacedLine[],
  index: number,
  last: number,
  parentsAbove: number,
): Candidate | null => {
  if (parentsAbove > MAX_PARENTS_ABOVE) return null
  const line = lines[index]
  const next = numbered[last + 1]
  if (!line || !next || !(line.bold || line.text === line.text.toUpperCase())) return null
  const parent = Object.entries(PARENT_HEADINGS).find(
    ([code, name]) => next.code.startsWith(`${code}.`) && name === line.text.toUpperCase(),
  )
  // a number that stands alone at the end of the line above is not lost
  const above = lines[index - 1]?.words.at(-1)?.text
  if (!parent || above === parent[0] || headingAt(lines, index + 1, last, parentsAbove + 1) === null)
    return null
  return { code: parent[0], title: line.text }
}

/** The place of a section in the catalogue, background figures left out. */
export const sectionPlace = (code: SectionCode): number => order.get(code) ?? -1

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
  const title = candidateOf({ text: joinWords(name) })?.title ?? ''
  const inCapitals = title === title.toUpperCase() && SENTENCE_START.test(next.text)
  return STOP.test(last.text) || DASH.test(next.text) || (last.bold && !next.bold) || inCapitals
}

/** How many words at the beginning of a line are the number and the name of a heading; 0 where none stands there. */
const headingWords = (words: Words): number => {
  let best = { count: 0, match: SURE_NAME }
  for (let count = 2; count < Math.min(words.length, MOST_WORDS + 1); count++) {
    if (words[count]?.joined === true) continue
    const candidate = candidateOf({ text: joinWords(words.slice(0, count)) })
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
