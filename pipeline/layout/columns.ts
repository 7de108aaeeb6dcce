import { type Gutters, guttersAt, wordsByColumn } from './gutters.ts'
import { labelColumnsAt, labelRowAt } from './label-columns.ts'
import { type Line, largest, makeLine, opensSection, type Segment, segmentsOf } from './line.ts'
import { isLoneListMark, startsWithListMark } from './list-mark.ts'

/** A column block: the lines of each column from top to bottom, the columns from left to right. */
interface ColumnBlock {
  readonly columns: readonly (readonly Line[])[]
  /** How many lines of the page it takes up. */
  readonly height: number
}

/** A gap of this many em parts columns without the help of a list mark. */
const COLUMN_GAP_EM = 2.4

/** How far, in em, the left edges of one column may differ. */
const EDGE_TOLERANCE_EM = 1.1

/** How far, in em, a list mark may stand from the edge at which it opens an entry. */
const MARK_TOLERANCE_EM = 0.3

/** Leading, in multiples of the block's own, beyond which a line is not part of it. */
const MAX_LEADING_RATIO = 2.2

const wide = (line: Line, left: Segment, right: Segment): boolean =>
  right.x0 - left.x1 >= COLUMN_GAP_EM * line.size

const segmentText = (segment: Segment): string => segment.words.map((word) => word.text).join(' ')

const marked = (segment: Segment): boolean => startsWithListMark(segmentText(segment))

/**
 * Left edges of the columns that a line opens, or none. Where the line begins with a list mark, each further mark
 * behind a gap opens a column; else a wide gap does, unless it is one of the many of a justified line.
 */
const edgesOf = (line: Line, segments: readonly Segment[]): number[] => {
  const first = segments[0]
  if (!first || segments.length < 2 || opensSection(line)) return []
  const rest = segments.slice(1)
  const byMark = rest.filter(marked)
  if (byMark.length > 0 && (marked(first) || byMark.length === rest.length)) {
    return [first.x0, ...byMark.map((segment) => segment.x0)]
  }
  const byGap = rest.filter((segment, index) => wide(line, segments[index] ?? first, segment))
  const singleWords = segments.filter((segment) => segment.words.length === 1).length
  const justified = byGap.length > 0 && (byGap.length !== rest.length || singleWords * 2 > segments.length)
  return byGap.length === 0 || justified ? [] : [first.x0, ...byGap.map((segment) => segment.x0)]
}

/** The segments of a line, parted as well at a list mark that stands at an edge, however close to the entry before it. */
const segmentsAlong = (line: Line, edges: readonly number[]): readonly Segment[] =>
  segmentsOf(line).flatMap((segment) => {
    const starts = segment.words.flatMap((word, index) =>
      index > 0 &&
      isLoneListMark(word.text) &&
      edges.some((edge) => Math.abs(word.x0 - edge) <= MARK_TOLERANCE_EM * line.size)
        ? [index]
        : [],
    )
    return [0, ...starts].map((start, part) => {
      const words = segment.words.slice(start, starts[part])
      return { words, x0: words[0]?.x0 ?? segment.x0, x1: words.at(-1)?.x1 ?? segment.x1 }
    })
  })

/** The column that each segment of a line lies in, or null where one crosses into the next column. */
const columnsOf = (segments: readonly Segment[], edges: readonly number[], em: number): number[] | null => {
  const tolerance = EDGE_TOLERANCE_EM * em
  const places: number[] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const segment of segments) {
    const column = edges.findLastIndex((edge) => segment.x0 >= edge - tolerance)
    const next = edges[column + 1] ?? Number.POSITIVE_INFINITY
    if (column === -1 || segment.x1 > next) return null
    const offEdge = Math.abs(segment.x0 - (edges[column] ?? 0)) > tolerance
    if (offEdge && marked(segment) && segment.x0 - reach >= COLUMN_GAP_EM * em && reach > 0) return null
    places.push(column)
    reach = segment.x1
  }
  return places
}

const UNFINISHED = /(?:[,(–—-]|\b(?:of|the|and|or|for|in|on|to|by|with|a|an|at|from|its|their|de|du|la|le))$/i

const SENTENCE_END = /[.;:!?]$/

/** Whether a line stands again at two or more of the edges, as a further row of the block does. */
const resumesRow = (line: Line | undefined, edges: readonly number[]): boolean => {
  if (!line) return false
  const tolerance = EDGE_TOLERANCE_EM * line.size
  const onEdge = segmentsOf(line).filter((segment) =>
    edges.some((edge) => Math.abs(segment.x0 - edge) < tolerance),
  )
  return onEdge.length >= 2
}

/**
 * Whether a line that lies in the first column alone goes on with the block: as a new entry, as the rest of the
 * entry above (which then was full, or ends in the middle of a phrase), or as neither a sentence nor the end of one.
 */
const continuesFirstColumn = (
  line: Line,
  above: Line | undefined,
  below: Line | undefined,
  edges: readonly number[],
): boolean => {
  if (startsWithListMark(line.text) || resumesRow(below, edges)) return true
  if (!above) return false
  const limit = (edges[1] ?? Number.POSITIVE_INFINITY) - COLUMN_GAP_EM * line.size
  const firstWord = line.words[0]
  const wouldFit = firstWord ? above.x1 + (firstWord.x1 - firstWord.x0) + line.size * 0.25 <= limit : true
  const noSentence =
    line.words.length <= 2 || (!SENTENCE_END.test(above.text) && !SENTENCE_END.test(line.text))
  return !wouldFit || UNFINISHED.test(above.text) || /^[a-z(]/.test(line.text) || noSentence
}

/** The lines of one entry stand no further apart than this, in em. */
const MOST_LEADING_IN_ENTRY = 1.5

/**
 * Whether a line goes on with the one above as a whole, whose gaps are then tabs within it: the line above is full, and
 * its first part had room for the first word of this one.
 */
const wrapsWhole = (
  line: Line | undefined,
  above: Line,
  edges: readonly number[],
  rightMargin: number,
): boolean => {
  const first = line?.words[0]
  const head = segmentsOf(above)[0]
  if (!line || !first || !head || line.page !== above.page || line.leading > MOST_LEADING_IN_ENTRY)
    return false
  if (startsWithListMark(line.text) || opensSection(line) || segmentsOf(line).length > 1) return false
  const width = first.x1 - first.x0 + line.size * 0.25
  const room = (edges[1] ?? 0) - COLUMN_GAP_EM * line.size
  const atMargin = Math.abs(line.x0 - above.x0) < EDGE_TOLERANCE_EM * line.size
  return atMargin && above.x1 + width > rightMargin && head.x1 + width <= room
}

const rightMarginOf = (lines: readonly Line[], page: number): number =>
  largest(lines.filter((line) => line.page === page).map((line) => line.x1))

/** Whether a block that no list mark opens has a second line whose segments stand at the same edges. */
const isSupported = (lines: readonly Line[], start: number, edges: readonly number[]): boolean => {
  const opening = lines[start]
  if (!opening) return false
  if (segmentsOf(opening).slice(1).some(marked)) return true
  return [start - 1, start + 1].some((index) => {
    const line = lines[index]
    if (!line || line.page !== opening.page) return false
    const tolerance = EDGE_TOLERANCE_EM * line.size
    return segmentsOf(line)
      .slice(1)
      .some((segment) => edges.slice(1).some((edge) => Math.abs(segment.x0 - edge) < tolerance))
  })
}

const split = (
  line: Line,
  places: readonly number[],
  segments: readonly Segment[],
  columns: Line[][],
): void => {
  for (const [column, list] of columns.entries()) {
    const words = segments.filter((_, index) => places[index] === column).flatMap((segment) => segment.words)
    if (words.length > 0) list.push(makeLine(words, line))
  }
}

/** How much wider than usual the space may be above a line that the first column alone has at the end of a block. */
const MAX_TAIL_LEADING_RATIO = 1.4

/** The column block that gutters part, with the lines that its first column has more than the others. */
const blockAlong = (lines: readonly Line[], start: number, { edges, height }: Gutters): ColumnBlock => {
  const columns: Line[][] = edges.map(() => [])
  const add = (line: Line): void => {
    for (const [column, words] of wordsByColumn(line, edges).entries()) {
      if (words.length > 0) columns[column]?.push(makeLine(words, line))
    }
  }
  const rows = lines.slice(start, start + height)
  for (const line of rows) add(line)
  const pitch = largest([
    1,
    ...rows.slice(1).flatMap((line) => (Number.isFinite(line.leading) ? line.leading : [])),
  ])
  let end = start + height
  for (; end < lines.length; end++) {
    const line = lines[end]
    const above = columns[0]?.at(-1)
    if (!line || opensSection(line)) break
    if (Number.isFinite(line.leading) && line.leading > pitch * MAX_TAIL_LEADING_RATIO) break
    if (line.x1 > (edges[1] ?? 0) || !continuesFirstColumn(line, above, lines[end + 1], edges)) break
    add(line)
  }
  return { columns, height: end - start }
}

/** The column block that list marks or wide gaps of a line open, if they do. */
const blockByGaps = (lines: readonly Line[], start: number): ColumnBlock | null => {
  const opening = lines[start]
  if (!opening) return null
  const edges = edgesOf(opening, segmentsOf(opening))
  if (edges.length < 2 || !isSupported(lines, start, edges)) return null
  if (wrapsWhole(lines[start + 1], opening, edges, rightMarginOf(lines, opening.page))) return null
  const columns: Line[][] = edges.map(() => [])
  let height = 0
  let usualLeading: number | undefined
  for (let index = start; index < lines.length; index++) {
    const line = lines[index]
    if (!line) break
    const segments = segmentsAlong(line, edges)
    const places = columnsOf(segments, edges, line.size)
    const above = columns[0]?.at(-1)
    if (height > 0) {
      if (places === null || opensSection(line)) break
      // a text file does not say how a table goes on over its page break
      if (
        line.unit === 'cell' &&
        line.page !== lines[index - 1]?.page &&
        !places.some((column) => column > 0)
      )
        break
      const leading = Number.isFinite(line.leading) ? line.leading : (usualLeading ?? 1)
      if (usualLeading !== undefined && leading > Math.max(1, usualLeading) * MAX_LEADING_RATIO) break
      if (
        places.every((column) => column === 0) &&
        !continuesFirstColumn(line, above, lines[index + 1], edges)
      ) {
        break
      }
      usualLeading = Math.min(usualLeading ?? leading, leading)
    }
    if (places === null) return null
    split(line, places, segments, columns)
    height++
  }
  return { columns, height }
}

/**
 * The column block that begins at a line, if one does: that of the background figures; of that by gaps and that by gutters, the one with more columns
 * where it reaches as far, else the one that reaches further.
 */
export const columnBlockAt = (lines: readonly Line[], start: number): ColumnBlock | null => {
  const labelled = labelColumnsAt(lines, start, opensSection) ?? labelRowAt(lines, start, opensSection)
  if (labelled) return blockAlong(lines, start, labelled)
  const byGaps = blockByGaps(lines, start)
  const gutters = guttersAt(lines, start, opensSection)
  if (gutters === null) return byGaps
  const further = gutters.height - (byGaps?.height ?? 0)
  const more = gutters.edges.length - (byGaps?.columns.length ?? 0)
  return further < 0 || more < 0 || (further === 0 && more === 0) ? byGaps : blockAlong(lines, start, gutters)
}
