import { largest, type PlacedLine, startsWithListMark } from '../layout/index.ts'
import type { Entry } from './parse-profile.ts'

interface OpenEntry {
  readonly marked: boolean
  readonly lines: PlacedLine[]
  hasOpenBracket: boolean
}

const inSameCell = (line: PlacedLine, above: PlacedLine): boolean =>
  line.cell?.block === above.cell?.block && line.cell?.column === above.cell?.column

/**
 * Whether a bracket is open behind a line, so that a dash at the beginning of the next one is no list mark; `before`
 * says whether one was open in front of it.
 */
const leavesBracketOpen = ({ text }: PlacedLine, before: boolean): boolean => {
  const opened = text.lastIndexOf('(')
  const closed = text.lastIndexOf(')')
  return opened === closed ? before : opened > closed
}

/**
 * Whether a line at the head of a column goes on with the entry at the foot of the one before, as where text runs on
 * from column to column: other entries have marks and it has none, and it begins within a word or phrase.
 */
const runsOn = (line: PlacedLine, above: PlacedLine, entry: OpenEntry): boolean => {
  const nextColumn = line.cell !== null && line.cell.block === above.cell?.block
  if (!nextColumn || !entry.marked || startsWithListMark(line.text)) return false
  return (
    /^\p{Ll}/u.test(line.text) ||
    /(?:\p{L}[-\u00ad]|,|\b(?:of|the|and|or|for|in|on|to|by|with|a|an))$/u.test(above.text)
  )
}

/** A sentence has at least this many words; fewer are the end of the entry above. */
const SHORTEST_SENTENCE = 4

/** How far, in em, a line must have had room for the next word, for the line below not to be its continuation. */
const ROOM_EM = 1

/**
 * Whether a line is a sentence of its own below a list entry: full width, begun with a capital and ended with a full
 * stop, though the line above had room for its first word.
 */
const isParagraph = (line: PlacedLine, above: PlacedLine, margin: number): boolean => {
  const first = line.words[0]
  if (!first || line.cell !== null || line.words.length < SHORTEST_SENTENCE) return false
  if (!/^\p{Lu}.*\.$/u.test(line.text)) return false
  return above.x1 + (first.x1 - first.x0) + ROOM_EM * line.size < margin && !/[,(]$/.test(above.text)
}

/** Parts the lines of a note into list entries and paragraphs. */
export const entriesOf = (lines: readonly PlacedLine[]): Entry[] => {
  const margin = largest(lines.filter((line) => line.cell === null).map((line) => line.x1))
  const entries: OpenEntry[] = []
  for (const [index, line] of lines.entries()) {
    const entry = entries.at(-1)
    const above = lines[index - 1]
    const opens =
      !entry ||
      !above ||
      (!inSameCell(line, above) && !runsOn(line, above, entry)) ||
      (startsWithListMark(line.text) && !entry.hasOpenBracket) ||
      (entry.marked && isParagraph(line, above, margin))
    if (opens) {
      const marked = startsWithListMark(line.text)
      entries.push({ marked, lines: [line], hasOpenBracket: leavesBracketOpen(line, false) })
    } else {
      entry.lines.push(line)
      entry.hasOpenBracket = leavesBracketOpen(line, entry.hasOpenBracket)
    }
  }
  return entries.map(({ marked, lines: own }) => ({ marked, lines: own }))
}
