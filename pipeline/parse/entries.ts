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

/**
 * Whether a line at the head of a column continues the entry at the foot of the one before, as where text runs on
 * from column to column: other entries have marks and it has none, and it begins within a word or phrase.
 */
const runsOn = (line: PlacedLine, above: PlacedLine, { marked }: OpenEntry): boolean =>
  line.cell !== null &&
  line.cell.block === above.cell?.block &&
  marked &&
  !startsWithListMark(line.text) &&
  (/^\p{Ll}/u.test(line.text) ||
    /(?:\p{L}[-\u00ad]|,|\b(?:of|the|and|or|for|in|on|to|by|with|a|an))$/u.test(above.text))

/** A sentence has at least this many words; fewer are the end of the entry above. */
const MIN_SENTENCE_WORDS = 4

/** How far, in em, a line must have had room for the next word, for the line below not to be its continuation. */
const ROOM_EM = 1

/**
 * Whether a line is a sentence of its own below a list entry: full width, begun with a capital and ended with a full
 * stop, though the line above had room for its first word.
 */
const isParagraph = (line: PlacedLine, above: PlacedLine, margin: number): boolean => {
  const [first] = line.words
  if (!first || line.cell !== null || line.words.length < MIN_SENTENCE_WORDS) return false
  if (!/^\p{Lu}.*\.$/u.test(line.text)) return false
  return above.x1 + (first.x1 - first.x0) + ROOM_EM * line.size < margin && !/[,(]$/.test(above.text)
}

/** Splits the lines of a note into list entries and paragraphs. */
export const splitEntries = (lines: readonly PlacedLine[]): readonly Entry[] => {
  const margin = largest(lines.filter((line) => line.cell === null).map((line) => line.x1))
  const entries: OpenEntry[] = []
  for (const [index, line] of lines.entries()) {
    const [entry, above] = [entries.at(-1), lines[index - 1]]
    const marked = startsWithListMark(line.text)
    const isContinued =
      entry &&
      above &&
      (isInSameCell(line, above) || runsOn(line, above, entry)) &&
      !(marked && !entry.hasOpenBracket) &&
      !(entry.marked && isParagraph(line, above, margin))
    if (isContinued) {
      entry.lines.push(line)
      entry.hasOpenBracket = leavesBracketOpen(line, entry.hasOpenBracket)
    } else entries.push({ marked, lines: [line], hasOpenBracket: leavesBracketOpen(line, false) })
  }
  return entries
}
