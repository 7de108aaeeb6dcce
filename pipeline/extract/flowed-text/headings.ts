import { PARENT_HEADINGS, SECTIONS } from '../../../schemas/index.ts'

/** Where a numbered heading stands in a text. */
export interface InlineHeading {
  /** Offset of its number. */
  readonly start: number
  /** Offset behind its name. */
  readonly end: number
}

/** One to three digits parted by dots, which copies may space out or set a dash before, and a letter behind. */
const NUMBER =
  /(?<![\p{L}\d])(?<!\d[.,])(?:[-–—•]\s?)?(\d)\s?[.,](?:\s?(\d)(?:\s?[.,]\s?(\d))?)?(?!\d)[.,]?\s*(?=\p{L})/gu

/** Words in capitals, as a heading in other words than the catalogue's has them. */
const CAPITALS =
  /^(?:[\p{Lu}\d&/’'(),-]*\p{Lu}[\p{Lu}\d&/’'(),-]*|&)(?:\s+(?:[\p{Lu}&/’'()-]{2,}|&)(?=\s|$))*/u

/** A caught-up “AND” or “&” shows that the name goes on where the catalogue's ends. */
const GOES_ON = /^\s+(?:AND\b|&)/

const order: ReadonlyMap<string, number> = new Map(SECTIONS.map((section, index) => [section.code, index]))

/** The names of a number, longest first, as patterns that overlook case and white space. */
const patternsOf = (names: readonly string[]): readonly RegExp[] =>
  names
    .toSorted((left, right) => right.length - left.length)
    .map((name) => [...name.replaceAll(' ', '')].map((letter) => RegExp.escape(letter)).join('\\s*'))
    .map((letters) => new RegExp(`^${letters}(?!\\p{L})`, 'iu'))

const namePatterns: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ...SECTIONS.map((section) => [section.code, patternsOf(section.printedNames)] as const),
  ...Object.entries(PARENT_HEADINGS).map(([code, name]) => [code, patternsOf([name])] as const),
])

const isCapitals = (text: string): boolean => text === text.toUpperCase()

/** The name that a text begins with, for a number; null where it begins with none. */
const nameAt = (text: string, code: string, last: number): string | null => {
  const place = order.get(code)
  const inOrder = place !== undefined && place > last
  const capitals = CAPITALS.exec(text)?.[0] ?? ''
  for (const pattern of namePatterns.get(code) ?? []) {
    const name = pattern.exec(text)?.[0]
    if (name === undefined || !(isCapitals(name) || inOrder)) continue
    return GOES_ON.test(text.slice(name.length)) && capitals.length > name.length ? capitals : name
  }
  return inOrder && (capitals.match(/\p{Lu}/gu)?.length ?? 0) >= 3 ? capitals : null
}

/** A stop behind a name belongs to the heading. */
const STOP = /^\s?[.:](?=\s)/

/** The longest that a name may be, with room for the white space of justified copies. */
const NAME_REACH = 200

/**
 * The headings of the template in a text, wherever lines end: a number with its name of the catalogue, or with words
 * in capitals where the order of the template allows it.
 */
export const inlineHeadings = (text: string): readonly InlineHeading[] => {
  const found: InlineHeading[] = []
  let last = -1
  for (const match of text.matchAll(NUMBER)) {
    const code = match.slice(1).filter(Boolean).join('.')
    if (!namePatterns.has(code)) continue
    const nameStart = match.index + match[0].length
    const name = nameAt(text.slice(nameStart, nameStart + NAME_REACH), code, code === '1.1.1' ? -1 : last)
    if (name === null) continue
    const nameEnd = nameStart + name.length
    found.push({
      start: match.index,
      end: nameEnd + (STOP.exec(text.slice(nameEnd, nameEnd + 3))?.[0].length ?? 0),
    })
    last = order.get(code) ?? last
  }
  return found
}
