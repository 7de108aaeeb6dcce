import { breakClosingLines } from './closing-lines.ts'
import { type InlineHeading, inlineHeadings } from './inline-headings.ts'
import { breakListEntries } from './list-entries.ts'
import { breakPageNumbers, breakPageRules } from './page-breaks.ts'
import { breakTitleBlock } from './title-block.ts'

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
