import { findMedian, largest } from '../io/numbers.ts'
import {
  COLUMN_GAP_EM,
  type ColumnEdges,
  EDGE_TOLERANCE_EM,
  findGapEdges,
  findLabelEdges,
  LABEL,
  WORD_TOLERANCE_EM,
} from './column-edges.ts'
import { findGutters, measureSpaces } from './gutters.ts'
import { findSegments, isMarked, type Line, makeLine, opensSection } from './line.ts'
import { isLoneListMark, startsWithListMark } from './list-mark.ts'
import type { Word } from './word.ts'

/** A column block: the lines of each column from top to bottom, the columns from left to right. */
interface ColumnBlock {
  readonly columns: readonly (readonly Line[])[]
  /** How many lines of the page it takes up. */
  readonly height: number
}

/** How far, in em, a list mark may be from the edge at which it begins a column. */
const MARK_TOLERANCE_EM = 0.3

/** Leading of a line, in multiples of the smallest and of the largest of the block, beyond which it is not part of it. */
const MAX_LEADING_RATIO = 2.2
const MAX_TAIL_LEADING_RATIO = 1.4

const isNear = (place: number, edge: number, tolerance: number): boolean =>
  Math.abs(place - edge) <= tolerance

/** The words of a line in stretches, each of which lies in one column. */
const splitAtEdges = (line: Line, { edges, gapEm }: ColumnEdges): readonly (readonly Word[])[] => {
  const opensColumn = (word: Word, before: Word): boolean =>
    edges.some((edge) =>
      isLoneListMark(word.text)
        ? isNear(word.x0, edge, MARK_TOLERANCE_EM * line.size)
        : before.x1 <= edge &&
          word.x0 >= edge - WORD_TOLERANCE_EM * line.size &&
          word.x0 - before.x1 >= gapEm * line.size,
    )
  return findSegments(line).flatMap(({ words }) => {
    const starts = words.flatMap((word, index) => {
      const before = words[index - 1]
      return !before || opensColumn(word, before) ? [index] : []
    })
    return starts.map((start, part) => words.slice(start, starts[part + 1]))
  })
}

/** The spaces of a justified line are at least this wide, in em, and differ by less than this factor. */
const MIN_JUSTIFIED_SPACE_EM = 0.6
const MAX_JUSTIFIED_RATIO = 1.8
const MIN_JUSTIFIED_SPACES = 4

const isMark = ({ text }: Word): boolean => isLoneListMark(text) || startsWithListMark(text)

/** Whether a list entry of a text file is justified across the columns above it: no space is much wider than the others. */
const runsAcross = ({ words, size, unit }: Line, edges: readonly number[]): boolean => {
  const [first, ...others] = words
  const opensAnother = (word: Word): boolean =>
    isMark(word) && edges.some((edge) => isNear(word.x0, edge, MARK_TOLERANCE_EM * size))
  if (unit !== 'cell' || !first || !isMark(first) || others.some(opensAnother)) return false
  const spaces = measureSpaces(words)
  const usual = findMedian(spaces) ?? 0
  const isJustified = usual >= MIN_JUSTIFIED_SPACE_EM * size && largest(spaces) < usual * MAX_JUSTIFIED_RATIO
  return isJustified && spaces.length >= MIN_JUSTIFIED_SPACES
}

/** The words of a line by column; null if they cross from one column into the next. */
const splitByColumn = (line: Line, columns: ColumnEdges): readonly (readonly Word[])[] | null => {
  const { edges } = columns
  if (runsAcross(line, edges)) return null
  const tolerance = EDGE_TOLERANCE_EM * line.size
  const parts: Word[][] = edges.map(() => [])
  let reach = 0
  for (const words of splitAtEdges(line, columns)) {
    const [x0, x1] = [words[0]?.x0 ?? line.x0, words.at(-1)?.x1 ?? line.x1]
    const column = edges.findLastIndex((edge) => x0 >= edge - tolerance)
    const [edge, next = Number.POSITIVE_INFINITY] = [edges[column], edges[column + 1]]
    if (edge === undefined || x1 > next) return null
    // a list mark behind a wide gap opens another column
    const isOffEdge = !isNear(x0, edge, tolerance) && isMarked(words)
    if (isOffEdge && reach > 0 && x0 - reach >= COLUMN_GAP_EM * line.size) return null
    parts[column]?.push(...words)
    reach = x1
  }
  return parts
}

const UNFINISHED = /(?:[,(–—-]|\b(?:of|the|and|or|for|in|on|to|by|with|a|an|at|from|its|their|de|du|la|le))$/i

const SENTENCE_END = /[.;:!?]$/

/**
 * Whether a line that lies in the first column alone is part of the block: as a new entry, as the rest of the
 * entry above (which then was full, or ends in the middle of a phrase), or as neither a sentence nor the end of one.
 */
const continuesFirstColumn = (
  line: Line,
  { above, edges }: { above: Line | undefined; edges: readonly number[] },
): boolean => {
  if (startsWithListMark(line.text)) return true
  if (!above) return false
  const limit = (edges[1] ?? Number.POSITIVE_INFINITY) - COLUMN_GAP_EM * line.size
  const [first] = line.words
  const wouldFit = first === undefined || above.x1 + first.x1 - first.x0 + line.size / 4 <= limit
  const isNoSentence =
    line.words.length <= 2 || (!SENTENCE_END.test(above.text) && !SENTENCE_END.test(line.text))
  return !wouldFit || UNFINISHED.test(above.text) || /^[a-z(]/.test(line.text) || isNoSentence
}

/** The block with these columns that begins at a line, down to where a line is not part of it. */
const readBlock = (lines: readonly Line[], start: number, columnEdges: ColumnEdges): ColumnBlock | null => {
  const { edges, height } = columnEdges
  const columns: Line[][] = edges.map(() => [])
  let [smallest, largest] = [Number.POSITIVE_INFINITY, 1]
  let index = start
  for (; index < lines.length; index++) {
    const line = lines[index]
    const parts = line ? splitByColumn(line, columnEdges) : null
    if (!line || !parts) break
    if (index > start) {
      const isFirstColumnAlone = parts.every((words, column) => column === 0 || words.length === 0)
      // in a text file it is unknown how a table continues after a page break
      const isOnNextPage = line.page !== lines[index - 1]?.page
      const opensNext = opensSection(line) || LABEL.test(line.text)
      if (opensNext || (line.unit === 'cell' && isOnNextPage && isFirstColumnAlone)) break
      // behind a page break distances say nothing
      const leading = Number.isFinite(line.leading) ? line.leading : 1
      if (leading > Math.max(1, smallest) * MAX_LEADING_RATIO) break
      smallest = Math.min(smallest, leading)
      const isBeyond = height !== null && index >= start + height
      if (isBeyond && (!isFirstColumnAlone || leading > largest * MAX_TAIL_LEADING_RATIO)) break
      if (isFirstColumnAlone && (height === null || isBeyond)) {
        if (!continuesFirstColumn(line, { above: columns[0]?.at(-1), edges })) break
      }
      largest = Math.max(largest, leading)
    }
    for (const [column, words] of parts.entries()) {
      if (words.length > 0) columns[column]?.push(makeLine(words, line))
    }
  }
  return index === start ? null : { columns, height: index - start }
}

/**
 * The column block that begins at a line, if one does: that of the background figures; of those by gaps and by
 * gutters the one that has more columns and is as high, or is higher and has as many.
 */
export const readColumnBlock = (lines: readonly Line[], start: number): ColumnBlock | null => {
  const labels = findLabelEdges(lines, start)
  if (labels) return readBlock(lines, start, labels)
  const gaps = findGapEdges(lines, start)
  const byGaps = gaps && readBlock(lines, start, gaps)
  const gutters = findGutters(lines, start)
  if (gutters === null) return byGaps
  const higher = (gutters.height ?? 0) - (byGaps?.height ?? 0)
  const more = gutters.edges.length - (byGaps?.columns.length ?? 0)
  return higher < 0 || more < 0 || (higher === 0 && more === 0) ? byGaps : readBlock(lines, start, gutters)
}
