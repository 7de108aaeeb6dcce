import { type InlineHeading, inlineHeadings } from './headings.ts'
import { breakListEntries, breakPageNumbers, breakPageRules } from './lists-and-pages.ts'

/** Where a closing line of the template begins. */
const STARTS = [
  /[-–—_=]{8,}/,
  /DISCLAIMER\b/,
  /More\s+information\s+is\s+available\s+(?:on|at)\s+(?:the\s+)?ITU\b/,
  /Last\s+updated?\s+on\b/,
]

const STARTING = new RegExp(`\\s+(?=${STARTS.map((start) => start.source).join('|')})`, 'g')

/** The date behind “Last updated on”, day or month first. */
const DATED =
  /(Last\s+updated?\s+on\s*:?\s*(?:\d{1,2}\s?(?:st|nd|rd|th|["”'])?\s*,?\s*[A-Z]\p{L}+|[A-Z]\p{L}+\s+\d{1,2}\s?(?:st|nd|rd|th)?)\s*,?\s*\d{4}\.?)(?:\s+|$)/giu

/** A rule that is followed by words on its line. */
const RULED = /([-–—_=]{8,})[^\S\n]+(?=\p{L})(?!Page\s)/gu

/** A text with each closing line of a profile on a line of its own, and nothing behind its date. */
export const breakClosingLines = (text: string): string =>
  text
    .replace(STARTING, '\n')
    .replace(RULED, '$1\n')
    .replace(DATED, (_, dated: string) => `${dated.replace(/\s+/g, ' ')}\n`)

/** The title, and what stands between it and the background figures. */
const TITLE =
  /(CYBER\s?-?\s?WELL?NESS\s+(?:COUNTRY\s+)?PROFILE)\b\s*(.{0,600}?)\s*(?=\bBACKG?ROUND\b|\bTotal\s+Population\b)/gs

const BEFORE_TITLE = /(?<=\S)[^\S\n]+(?=CYBER\s?-?\s?WELL?NESS\s+(?:COUNTRY\s+)?PROFILE\b)/g

const BACKGROUND = /\s*\b(BACKG?ROUND)\s+(?=(?:Total\s+Population|Internet\s+users)\b)/g

const LABEL = /\s+(?=(?:Total\s+Population|Internet\s+users,?\s+percentage)\b)/g

/** A name in capitals, or a caption or address in small letters. */
const kindOf = (word: string): 'name' | 'caption' | 'either' => {
  if (/\p{Ll}/u.test(word)) return 'caption'
  return /\p{Lu}.*\p{Lu}/u.test(word) ? 'name' : 'either'
}

/** Puts the name and the captions of the flag on lines of their own; a word that may be either goes with the next. */
const partNames = (text: string): string => {
  const words = text.split(/\s+/)
  const kinds = words.map(kindOf)
  const decided = kinds.map((_, index) => kinds.slice(index).find((kind) => kind !== 'either') ?? 'either')
  return words
    .map((word, index) => {
      const [above, own] = [decided[index - 1], decided[index]]
      const turns = own !== 'either' && above !== own
      return index === 0 ? word : `${turns ? '\n' : ' '}${word}`
    })
    .join('')
}

/** A text with the title, the name, the captions of the flag and the background labels on lines of their own. */
export const breakTitleBlock = (text: string): string =>
  text
    .replace(BEFORE_TITLE, '\n')
    .replace(TITLE, (_, title: string, name: string) => `${title}\n${partNames(name)}\n`)
    .replace(BACKGROUND, '\n$1\n')
    .replace(LABEL, '\n')

/** A text with fewer headings than this is left as it is. */
const FEWEST_HEADINGS = 3

/** A line of this many characters, white space run together, is no line of a page. */
const LONGEST_LINE = 250

/** Where the next profile of a volume begins, in a text whose title lines stand alone. */
const NEXT_TITLE = /\n(?=CYBER\s?-?\s?WELL?NESS (?:COUNTRY )?PROFILE(?:\n|$))/

/** What is left of a line behind a heading that has one to itself, or its text in a column beside it. */
const NOTHING_NEAR = /^(?:[^\S\n]*(?:\n|$)|[^\S\n]{3,}\S)/

const standsAlone = (text: string, { start, end }: InlineHeading): boolean =>
  /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 40), start)) && NOTHING_NEAR.test(text.slice(end))

/** A text with each heading on a line of its own, and the notes between them as `change` makes them. */
const breakAtHeadings = (
  text: string,
  headings: readonly InlineHeading[],
  change: (note: string) => string,
): string => {
  const notes = headings.map(({ end }, index) => change(text.slice(end, headings[index + 1]?.start).trim()))
  const names = headings.map(({ start, end }) => text.slice(start, end).trim().replace(/\s+/g, ' '))
  const head = text.slice(0, headings[0]?.start)
  return [breakTitleBlock(head), ...names.flatMap((name, index) => [name, notes[index] ?? ''])].join('\n')
}

const breakLongLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const words = line.trim().replace(/\s+/g, ' ')
      const holdsList = /:\s-\s?\S/.test(line) || words.length > LONGEST_LINE
      return holdsList ? breakListEntries(words) : line
    })
    .join('\n')

/**
 * Breaks a text that has lost its lines into those of the template: headings, the title, background labels, list
 * entries, closing lines, page numbers and page rules. Line ends are LF; line ends that are there stay. A text whose
 * headings stand on lines of their own is returned as it is, but for lists within one line.
 */
export const breakFlowedText = (text: string): string => {
  const headings = inlineHeadings(text)
  const alone = headings.filter((heading) => standsAlone(text, heading)).length
  if (headings.length < FEWEST_HEADINGS) return text
  if (alone * 2 >= headings.length) return breakLongLines(text)
  const even = breakPageRules(text.replace(/[^\S\n\f]+/g, ' '))
  const broken = breakAtHeadings(even, inlineHeadings(even), (note) =>
    breakTitleBlock(breakListEntries(breakClosingLines(note))),
  )
  return broken
    .split(NEXT_TITLE)
    .map((profile) => breakPageNumbers(profile, inlineHeadings(profile)[0]?.end ?? 0))
    .join('\n')
}
