import { findInlineHeadings, type InlineHeading } from './headings.ts'
import { breakListEntries } from './lists.ts'

/** A text with fewer headings is returned unchanged. */
const MIN_HEADINGS = 3

/** A longer line, with its white space collapsed, is no line of a page. */
const MAX_LINE_LENGTH = 250

const TITLE = 'CYBER\\s?-?\\s?WELL?NESS\\s+(?:COUNTRY\\s+)?PROFILE\\b'
const TITLE_START = new RegExp(`(?<=\\S)[^\\S\\n]+(?=${TITLE})`, 'g')
/** The title, and what follows up to the background figures: name, caption and address of the flag. */
const TITLE_BLOCK = new RegExp(
  `(${TITLE})\\s*(.{0,600}?)\\s*(?=\\bBACKG?ROUND\\b|\\bTotal\\s+Population\\b)`,
  'gs',
)
const NEXT_TITLE = new RegExp(`\\n(?=${TITLE}(?:\\n|$))`)
const BACKGROUND = /\s*\b(BACKG?ROUND)\s+(?=(?:Total\s+Population|Internet\s+users)\b)/g
const LABEL = /\s+(?=(?:Total\s+Population|Internet\s+users,?\s+percentage)\b)/g

const CLOSING_START =
  /\s+(?=[-–—_=]{8,}|DISCLAIMER\b|More\s+information\s+is\s+available\s+(?:on|at)\s+(?:the\s+)?ITU\b|Last\s+updated?\s+on\b)/g
/** A ruled line with words behind it. */
const RULED = /([-–—_=]{8,})[^\S\n]+(?=\p{L})(?!Page\s)/gu
/** “Last updated on” and its date, day or month first. */
const UPDATED =
  /(Last\s+updated?\s+on\s*:?\s*(?:\d{1,2}\s?(?:st|nd|rd|th|["”'])?\s*,?\s*[A-Z]\p{L}+|[A-Z]\p{L}+\s+\d{1,2}\s?(?:st|nd|rd|th)?)\s*,?\s*\d{4}\.?)(?:\s+|$)/giu

/** The rule that text copies put between pages, and the page number above it. */
const PAGE_RULE = /\s*?(?:(?<=\s)(\d{1,3})\s+)?(-{5,}\s*Page\s+\d+\s*-{5,})\s*/gi

const MONTH = /^\d+\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i
const BETWEEN_SENTENCES = /(?:[.;:!?)]|^|\n)\s*$/
const SENTENCE_START = /^\d+\s+[\p{Lu}-]/u

/** Puts the name in capitals and the captions in small letters on lines of their own. */
const breakNames = (text: string): string => {
  const words = text.split(/\s+/)
  const kinds = words.map((word) =>
    /\p{Ll}/u.test(word) ? 'caption' : /\p{Lu}.*\p{Lu}/u.test(word) ? 'name' : null,
  )
  // a word that may be either belongs to the next that may not
  const decided = kinds.map((_, index) => kinds.slice(index).find((kind) => kind !== null) ?? null)
  return words
    .map((word, index) => {
      const turns = decided[index] !== null && decided[index - 1] !== decided[index]
      return index === 0 ? word : `${turns ? '\n' : ' '}${word}`
    })
    .join('')
}

const breakTitleBlock = (text: string): string =>
  text
    .replace(TITLE_START, '\n')
    .replace(TITLE_BLOCK, (_, title: string, name: string) => `${title}\n${breakNames(name)}\n`)
    .replace(BACKGROUND, '\n$1\n')
    .replace(LABEL, '\n')

const breakClosingLines = (text: string): string =>
  text
    .replace(CLOSING_START, '\n')
    .replace(RULED, '$1\n')
    .replace(UPDATED, (_, dated: string) => `${dated.replace(/\s+/g, ' ')}\n`)

const breakPageRules = (text: string): string =>
  text.replace(PAGE_RULE, (_, number: string | undefined, rule: string) =>
    number === undefined ? `\n${rule}\n` : `\n${number}\n${rule}\n`,
  )

/**
 * Puts page numbers on lines of their own where the last line is one: numbers that count 1, 2, 3, ... up to it. Each
 * ends a line, or is the only such number between sentences, or the only one at all. Background figures, which are
 * grouped by spaces, are before `bodyStart`.
 */
const breakPageNumbers = (text: string, bodyStart: number): string => {
  const pages = Number(/\n(\d{1,3})\s*$/.exec(text)?.[1] ?? 0)
  let broken = text
  let from = bodyStart
  for (let number = 1; number < pages; number++) {
    const findPlaces = (wanted: number): readonly number[] =>
      [...broken.matchAll(new RegExp(`(?<=\\s)${wanted}(?=\\s|$)`, 'g'))]
        .map(({ index }) => index)
        .filter((index) => index >= from)
    const endsLine = (index: number): boolean => /^\d+[^\S\n]*(?:\n|$)/.test(broken.slice(index))
    const places = findPlaces(number)
    const next = findPlaces(number + 1).find(endsLine) ?? broken.length
    const inLines = places.filter(
      (index) => index < next && !endsLine(index) && !MONTH.test(broken.slice(index)),
    )
    const betweenSentences = inLines.filter(
      (index) =>
        BETWEEN_SENTENCES.test(broken.slice(Math.max(0, index - 3), index)) &&
        SENTENCE_START.test(broken.slice(index)),
    )
    const only = [betweenSentences, inLines].find((found) => found.length === 1)
    const start = places.find(endsLine) ?? only?.[0]
    if (start === undefined) continue
    const [before, after] = [
      broken.slice(0, start).trimEnd(),
      broken.slice(start + `${number}`.length).trimStart(),
    ]
    broken = `${before}\n${number}\n${after}`
    from = before.length + `${number}`.length + 1
  }
  return broken
}

/** Whether nothing else is in the line of a heading, or only text in a column beside it. */
const isAlone = (text: string, { start, end }: InlineHeading): boolean =>
  /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 40), start)) &&
  /^(?:[^\S\n]*(?:\n|$)|[^\S\n]{3,}\S)/.test(text.slice(end))

const breakLongLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const words = line.trim().replace(/\s+/g, ' ')
      return /:\s-\s?\S/.test(line) || words.length > MAX_LINE_LENGTH ? breakListEntries(words) : line
    })
    .join('\n')

const breakAtHeadings = (text: string): string => {
  const headings = findInlineHeadings(text)
  const parts = headings.flatMap(({ start, end }, index) => {
    const note = text.slice(end, headings[index + 1]?.start).trim()
    const name = text.slice(start, end).trim().replace(/\s+/g, ' ')
    return [name, breakTitleBlock(breakListEntries(breakClosingLines(note)))]
  })
  return [breakTitleBlock(text.slice(0, headings[0]?.start)), ...parts].join('\n')
}

/**
 * Restores the lines of a text that was copied without them: headings, title, background labels, list entries, closing
 * lines, page numbers and page rules get lines of their own. Lines end in LF. In a text whose headings already are
 * alone, only lists inside one line are broken.
 */
export const breakFlowedText = (text: string): string => {
  const headings = findInlineHeadings(text)
  if (headings.length < MIN_HEADINGS) return text
  if (headings.filter((heading) => isAlone(text, heading)).length * 2 >= headings.length)
    return breakLongLines(text)
  return breakAtHeadings(breakPageRules(text.replace(/[^\S\n\f]+/g, ' ')))
    .split(NEXT_TITLE)
    .map((profile) => breakPageNumbers(profile, findInlineHeadings(profile)[0]?.end ?? 0))
    .join('\n')
}
