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
const LABEL = /\s+(?=(?:Total\s+Population|Internet\s+users,?\s+percentage)\b)/g

const CLOSING_START =
  /\s+(?=[-–—_=]{8,}|DISCLAIMER\b|More\s+information\s+is\s+available\s+(?:on|at)\s+(?:the\s+)?ITU\b|Last\s+updated?\s+on\b)/g
/** “Last updated on” and its date, day or month first. */
const UPDATED =
  /(Last\s+updated?\s+on\s*:?\s*(?:\d{1,2}\s?(?:st|nd|rd|th|["”'])?\s*,?\s*[A-Z]\p{L}+|[A-Z]\p{L}+\s+\d{1,2}\s?(?:st|nd|rd|th)?)\s*,?\s*\d{4}\.?)(?:\s+|$)/giu

/** The rule that text copies put between pages, and the page number above it. */
const PAGE_RULE = /\s*?(?:(?<=\s)(\d{1,3})\s+)?(-{5,}\s*Page\s+\d+\s*-{5,})\s*/gi

const SENTENCE_END = /[.;:!?)\n]\s*$/
const SENTENCE_START = /^\s+[\p{Lu}-]/u
const MONTH = /^\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/

/** Puts the name in capitals and the captions in small letters, before or behind it, on lines of their own. */
const breakNames = (text: string): string =>
  text.replace(/\s+(?=(?:\p{Lu}\s+)?\S*\p{Ll})/u, '\n').replace(/(?<=\p{Ll}\S*)\s+(?=[^\p{Ll}]+$)/u, '\n')

const breakTitleBlock = (text: string): string =>
  text
    .replace(TITLE_START, '\n')
    .replace(TITLE_BLOCK, (_, title: string, name: string) => `${title}\n${breakNames(name)}\n`)
    .replace(LABEL, '\n')

const breakClosingLines = (text: string): string =>
  text.replace(CLOSING_START, '\n').replace(UPDATED, (_, dated: string) => `${dated.replace(/\s+/g, ' ')}\n`)

/**
 * Puts page numbers on lines of their own where the last line is one: numbers that count 1, 2, 3, ... up to it and end a
 * line, are between sentences, or occur once. Background figures, grouped by spaces, are before `bodyStart`.
 */
const breakPageNumbers = (text: string, bodyStart: number): string => {
  const pages = Number(/\n(\d{1,3})\s*$/.exec(text)?.[1] ?? 0)
  const words = text.slice(bodyStart).split(/\s+/)
  let next = 1
  return text.replace(/\s(\d{1,3})(?=\s)/g, (printed, number: string, offset: number) => {
    if (offset < bodyStart || Number(number) !== next || next >= pages) return printed
    const [before, after] = [text.slice(0, offset + 1), text.slice(offset + printed.length)]
    const isBetween = SENTENCE_END.test(before.slice(-3)) && SENTENCE_START.test(after)
    const isOnly = words.indexOf(number) === words.lastIndexOf(number)
    const isInLine = (isBetween || isOnly) && !MONTH.test(after)
    if (!isInLine && !/^[^\S\n]*\n/.test(after)) return printed
    next++
    return `\n${number}\n`
  })
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
  return breakAtHeadings(text.replace(/[^\S\n\f]+/g, ' ').replace(PAGE_RULE, '\n$1\n$2\n'))
    .split(NEXT_TITLE)
    .map((profile) => breakPageNumbers(profile, findInlineHeadings(profile)[0]?.end ?? 0))
    .join('\n')
}
