import { largest } from '../io/numbers.ts'
import { type PlacedLine, startsWithListMark } from '../layout/index.ts'

/** A list entry or a paragraph of a note: its lines, and whether a list mark opens it. */
export interface Entry {
  readonly marked: boolean
  readonly lines: readonly PlacedLine[]
}

interface OpenEntry extends Entry {
  readonly lines: PlacedLine[]
  /** A dash at the beginning of a line is no list mark within brackets. */
  hasOpenBracket: boolean
}

const isInSameCell = (line: PlacedLine, above: PlacedLine): boolean =>
  line.cell?.block === above.cell?.block && line.cell?.column === above.cell?.column

const leavesBracketOpen = ({ text }: PlacedLine, before: boolean): boolean => {
  const [opened, closed] = [text.lastIndexOf('('), text.lastIndexOf(')')]
  return opened === closed ? before : opened > closed
}

/** The end of a line within a word or phrase. */
const UNFINISHED = /(?:\p{L}[-\u00ad]|[,(]|\b(?:of|the|and|or|for|in|on|to|by|with|a|an))$/u

/**
 * Whether a line at the head of a column continues the entry at the foot of the one before, as where text runs on
 * from column to column: other entries have marks and it has none, and it begins within a word or phrase.
 */
const runsOn = (line: PlacedLine, above: PlacedLine, { marked }: OpenEntry): boolean =>
  line.cell !== null &&
  line.cell.block === above.cell?.block &&
  marked &&
  !startsWithListMark(line.text) &&
  (/^\p{Ll}/u.test(line.text) || UNFINISHED.test(above.text))

/** A sentence has at least this many words; fewer are the end of the entry above. */
const MIN_SENTENCE_WORDS = 4

/**
 * How much room, in em, a line must have had beside the next word, for the line below not to be its continuation. Where
 * characters are counted, this says little of their width in print.
 */
const ROOM_EM = { point: 1, cell: 6 } as const

/** Where a line ends; text copies stretch justified lines by spaces. */
const findEnd = ({ unit, x0, x1, text }: PlacedLine): number => (unit === 'cell' ? x0 + text.length : x1)

/** Whether a line had no room for the first word of the next. */
const isFull = (line: PlacedLine, { words: [first] }: PlacedLine, margin: number): boolean =>
  first !== undefined && findEnd(line) + first.x1 - first.x0 + ROOM_EM[line.unit] * line.size >= margin

/**
 * Whether a line begins a paragraph below a list entry: begun with a capital, and ended with a full stop or full, though
 * the line above had room for its first word.
 */
const isParagraph = (
  line: PlacedLine,
  { above, below, margin }: { above: PlacedLine; below: PlacedLine | undefined; margin: number },
): boolean => {
  if (line.cell !== null || line.words.length < MIN_SENTENCE_WORDS || !/^\p{Lu}/u.test(line.text))
    return false
  if (isFull(above, line, margin) || UNFINISHED.test(above.text)) return false
  return line.text.endsWith('.') || (below !== undefined && isFull(line, below, margin))
}

/** Splits the lines of a note into list entries and paragraphs. */
export const splitEntries = (lines: readonly PlacedLine[]): readonly Entry[] => {
  const margin = largest(lines.filter((line) => line.cell === null).map(findEnd))
  const entries: OpenEntry[] = []
  for (const [index, line] of lines.entries()) {
    const [entry, above] = [entries.at(-1), lines[index - 1]]
    const marked = startsWithListMark(line.text)
    const isContinued =
      entry &&
      above &&
      (isInSameCell(line, above) || runsOn(line, above, entry)) &&
      !(marked && !entry.hasOpenBracket) &&
      !(entry.marked && isParagraph(line, { above, below: lines[index + 1], margin }))
    if (isContinued) {
      entry.lines.push(line)
      entry.hasOpenBracket = leavesBracketOpen(line, entry.hasOpenBracket)
    } else entries.push({ marked, lines: [line], hasOpenBracket: leavesBracketOpen(line, false) })
  }
  return entries
}
