import { smallest } from '../io/numbers.ts'
import { cutLine, findSegments, type Line, makeLine, makePart, opensNumbered } from './line.ts'
import { readStretches, respace } from './stretches.ts'

/** Headings that must open the right column of a document, so that its pages and not its lists have two columns. */
const MIN_RIGHT_HEADINGS = 2

/** The right column of a page begins at least this far, in em, from the left one. */
const MIN_COLUMN_EM = 12

/** How far, in em, the lines of the right column may begin before its edge, and how far from it the left one ends. */
const PAGE_TOLERANCE_EM = 0.5
const MIN_GUTTER_EM = 0.8

/** Lines with text on both sides that a stretch without a heading on its right needs. */
const MIN_LINES = 8

/** Left edge of the right column of a document, where headings begin; null if its pages have one column. */
const findRightColumn = (lines: readonly Line[]): number | null => {
  const leftEdge = smallest(lines.map((line) => line.x0))
  const places = lines.flatMap((line) =>
    findSegments(line)
      .filter(({ x0 }) => x0 - leftEdge >= MIN_COLUMN_EM * line.size)
      .filter(({ words }) => opensNumbered(makeLine(words, line)))
      .map(({ x0 }) => x0),
  )
  const groups = Map.groupBy(places, (place) => Math.round(place / 2))
  const [best = []] = [...groups.values()].toSorted((one, other) => other.length - one.length)
  return best.length < MIN_RIGHT_HEADINGS ? null : smallest(best)
}

/** A line of a page in two columns. */
interface Row {
  readonly line: Line
  readonly left: Line | null
  readonly right: Line | null
}

const makeRow = (line: Line, edge: number): Row | null => {
  const { left, right, reach, start } = cutLine(line, edge, PAGE_TOLERANCE_EM)
  if (reach > edge || start - reach < MIN_GUTTER_EM * line.size) return null
  return { line, left: makePart(left, line), right: makePart(right, line) }
}

/** Rows of one page, read column by column where they have two. */
const readPage = (rows: readonly Row[], edge: number): readonly Line[] => {
  const rights = rows.flatMap(({ right }) => right ?? [])
  const hasHeading = rights.some((line) => opensNumbered(line) && line.x0 - edge < line.size)
  if (!hasHeading && rows.filter(({ left, right }) => left && right).length < MIN_LINES)
    return rows.map(({ line }) => line)
  const [first, ...rest] = respace(rights)
  const top = first ? [{ ...first, leading: Number.POSITIVE_INFINITY }] : []
  return [...respace(rows.flatMap(({ left }) => left ?? [])), ...top, ...rest]
}

/** Lines column after column, on the pages of a document that is set in two columns. */
export const readPageColumns = (lines: readonly Line[]): readonly Line[] => {
  const edge = findRightColumn(lines)
  if (edge === null) return lines
  return readStretches(
    lines,
    (line) => makeRow(line, edge),
    (rows) =>
      [...Map.groupBy(rows, ({ line }) => line.page).values()].flatMap((page) => readPage(page, edge)),
  )
}
