import { PARENT_HEADINGS, SECTIONS } from '../../../schemas/index.ts'

/** Offsets of a numbered heading in a text: start of its number and end of its name. */
export interface InlineHeading {
  readonly start: number
  readonly end: number
}

/** One to three digits with dots between them, perhaps with spaces or a dash in front, before a letter. */
const NUMBER =
  /(?<![\p{L}\d])(?<!\d[.,])(?:[-–—•]\s?)?(\d)\s?[.,](?:\s?(\d)(?:\s?[.,]\s?(\d))?)?(?!\d)[.,]?\s*(?=\p{L})/gu

/** Words in capitals, as in a heading that differs from the catalogue. */
const CAPITALS =
  /^(?:[\p{Lu}\d&/’'(),-]*\p{Lu}[\p{Lu}\d&/’'(),-]*|&)(?:\s+(?:[\p{Lu}&/’'()-]{2,}|&)(?=\s|$))*/u
const MIN_CAPITALS = 3

/** “AND” or “&” behind a name shows that the printed name is longer than the catalogue's. */
const CONTINUES = /^\s+(?:AND\b|&)/
const STOP = /^\s?[.:](?=\s)/

/** The longest name, with room for the white space of justified copies. */
const MAX_NAME_LENGTH = 200

const order: ReadonlyMap<string, number> = new Map(SECTIONS.map((section, index) => [section.code, index]))

/** A pattern for the names, longest first, that ignores case and white space. */
const makeNamePattern = (names: readonly string[]): RegExp => {
  const alternatives = names
    .toSorted((left, right) => right.length - left.length)
    .map((name) => [...name.replaceAll(' ', '')].map((letter) => RegExp.escape(letter)).join('\\s*'))
  return new RegExp(`^(?:${alternatives.join('|')})(?!\\p{L})`, 'iu')
}

const namePatterns: ReadonlyMap<string, RegExp> = new Map([
  ...SECTIONS.map(({ code, printedNames }) => [code, makeNamePattern(printedNames)] as const),
  ...Object.entries(PARENT_HEADINGS).map(([code, name]) => [code, makeNamePattern([name])] as const),
])

/** The name at the beginning of a text: the catalogue's, or capitals where the section is the next in order. */
const findName = (text: string, pattern: RegExp, isNext: boolean): string | null => {
  const capitals = CAPITALS.exec(text)?.[0] ?? ''
  const name = pattern.exec(text)?.[0]
  if (name !== undefined && (isNext || name === name.toUpperCase()))
    return CONTINUES.test(text.slice(name.length)) && capitals.length > name.length ? capitals : name
  return isNext && (capitals.match(/\p{Lu}/gu)?.length ?? 0) >= MIN_CAPITALS ? capitals : null
}

/** Finds the headings of the template in a text, wherever its lines end. */
export const findInlineHeadings = (text: string): readonly InlineHeading[] => {
  const found: InlineHeading[] = []
  let last = -1
  for (const match of text.matchAll(NUMBER)) {
    const code = match.slice(1).filter(Boolean).join('.')
    const pattern = namePatterns.get(code)
    if (!pattern) continue
    const nameStart = match.index + match[0].length
    const place = order.get(code)
    // the first section begins the next profile of a file
    const isNext = place !== undefined && (place > last || code === '1.1.1')
    const name = findName(text.slice(nameStart, nameStart + MAX_NAME_LENGTH), pattern, isNext)
    if (name === null) continue
    const nameEnd = nameStart + name.length
    const stop = STOP.exec(text.slice(nameEnd, nameEnd + 3))?.[0] ?? ''
    found.push({ start: match.index, end: nameEnd + stop.length })
    last = place ?? last
  }
  return found
}
