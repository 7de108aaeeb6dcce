import { largest } from '../io/numbers.ts'
import { findSegments, isMarked, type Line, opensSection, type Segment } from './line.ts'
import { startsWithListMark } from './list-mark.ts'

/** Where the columns of a block begin. */
export interface ColumnEdges {
  /** Left edges of the columns, from left to right; at least two. */
  readonly edges: readonly number[]
  /** Number of lines of the block, without more of its first column; null if the lines must show that. */
  readonly height: number | null
  /** Space between a word at an edge and the word before it, in em. */
  readonly gapEm: number
}

/** A gap of this many em separates columns even without a list mark. */
export const COLUMN_GAP_EM = 2.4

/** How far, in em, the lines of one column, and words of the narrowest columns, may begin from its edge. */
export const EDGE_TOLERANCE_EM = 1.1
export const WORD_TOLERANCE_EM = 0.2

/** Space between a word at the edge of a column and the column before it, in em. */
const MIN_GAP_EM = 0.6

/** The lines of one entry are no further apart than this, in em. */
const MAX_LEADING_IN_ENTRY_EM = 1.5

/**
 * Segments at which columns begin in a line. Where it begins with a list mark, each further mark behind a gap opens
 * a column; else a wide gap does, unless it is one of the many of a justified line.
 */
const findColumnStarts = (line: Line, segments: readonly Segment[]): readonly Segment[] => {
  const [first, ...rest] = segments
  if (!first) return []
  const byMark = rest.filter(({ words }) => isMarked(words))
  if (byMark.length > 0 && (isMarked(first.words) || byMark.length === rest.length)) return [first, ...byMark]
  const byGap = rest.filter(({ x0 }, index) => x0 - (segments[index]?.x1 ?? x0) >= COLUMN_GAP_EM * line.size)
  const singleWords = segments.filter(({ words }) => words.length === 1).length
  const isJustified = byGap.length !== rest.length || singleWords * 2 > segments.length
  return isJustified ? [] : [first, ...byGap]
}

/** Whether a block that no list mark opens has a second line with segments at the same edges. */
const isSupported = (opening: Line, line: Line | undefined, starts: readonly Segment[]): boolean =>
  line !== undefined &&
  line.page === opening.page &&
  findSegments(line)
    .slice(1)
    .some(({ x0 }) =>
      starts.slice(1).some((start) => Math.abs(x0 - start.x0) < EDGE_TOLERANCE_EM * line.size),
    )

/**
 * Whether a line continues the one above as a whole, whose gaps are then tabs within it: the line above is full, and
 * its first part had room for the first word of this one.
 */
const wrapsWhole = (
  line: Line | undefined,
  above: Line,
  starts: readonly Segment[],
  margin: number,
): boolean => {
  const [first] = line?.words ?? []
  const head = findSegments(above)[0]
  if (!line || !first || !head || line.page !== above.page || line.leading > MAX_LEADING_IN_ENTRY_EM)
    return false
  if (startsWithListMark(line.text) || opensSection(line) || findSegments(line).length > 1) return false
  const width = first.x1 - first.x0 + line.size / 4
  const room = (starts[1]?.x0 ?? 0) - COLUMN_GAP_EM * line.size
  const isAtMargin = Math.abs(line.x0 - above.x0) < EDGE_TOLERANCE_EM * line.size
  return isAtMargin && above.x1 + width > margin && head.x1 + width <= room
}

/** The edges of the columns that list marks or wide gaps of a line open, if they do. */
export const findGapEdges = (lines: readonly Line[], start: number): ColumnEdges | null => {
  const opening = lines[start]
  if (!opening) return null
  const segments = findSegments(opening)
  if (segments.length < 2 || opensSection(opening)) return null
  const starts = findColumnStarts(opening, segments)
  if (starts.length < 2) return null
  const isBlock =
    segments.slice(1).some(({ words }) => isMarked(words)) ||
    [lines[start - 1], lines[start + 1]].some((line) => isSupported(opening, line, starts))
  if (!isBlock) return null
  const margin = largest(lines.filter(({ page }) => page === opening.page).map(({ x1 }) => x1))
  if (wrapsWhole(lines[start + 1], opening, starts, margin)) return null
  return { edges: starts.map(({ x0 }) => x0), height: null, gapEm: MIN_GAP_EM }
}

/** The beginnings of the labels of the two background figures. */
export const LABEL = /^(?:total population|internet users)/i

/** A figure with its label and source takes up at most this many lines. */
const MAX_FIGURE_LINES = 8

/** The edges of the columns of the background figures, one beside the other, however narrow the space between them. */
export const findLabelEdges = (lines: readonly Line[], start: number): ColumnEdges | null => {
  const opening = lines[start]
  const [, second] =
    opening?.words.filter((word, index) => LABEL.test(`${word.text} ${opening.words[index + 1]?.text}`)) ?? []
  if (!opening || !second) return null
  const last = lines
    .slice(start + 1, start + MAX_FIGURE_LINES)
    .findLastIndex((line) =>
      line.words.some((word) => Math.abs(word.x0 - second.x0) <= WORD_TOLERANCE_EM * line.size),
    )
  return last === -1 ? null : { edges: [opening.x0, second.x0], height: last + 2, gapEm: 0 }
}
