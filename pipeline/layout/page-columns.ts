import { type Line, largest, makeLine, opensNumbered, segmentsOf, smallest } from './line.ts'

/** Headings that must open the right column of a document, so that its pages and not its lists have two columns. */
const MIN_RIGHT_HEADINGS = 2

/** How far, in em, the lines of the right column may begin before its edge, and how far from it the left one ends. */
const EDGE_TOLERANCE_EM = 0.5
const MIN_GUTTER_EM = 0.8

/** The right column begins at least this far, in em, from the left one. */
const MIN_COLUMN_EM = 12

/** Rows with text on both sides that a stretch without a heading on its right needs. */
const MIN_ROWS = 8

interface Row {
  readonly left: Line | null
  readonly right: Line | null
}

/** Left edges of headings that have text, or the left column, before them. */
const findRightHeadings = (line: Line, leftEdge: number): readonly number[] =>
  segmentsOf(line)
    .filter(
      ({ x0, words }) => x0 - leftEdge >= MIN_COLUMN_EM * line.size && opensNumbered(makeLine(words, line)),
    )
    .map(({ x0 }) => x0)

/** Where the right column of a document begins; null where its pages have one column. */
const findRightColumn = (lines: readonly Line[]): number | null => {
  const leftEdge = smallest(lines.map((line) => line.x0))
  const places = lines.flatMap((line) => findRightHeadings(line, leftEdge))
  const counts = Map.groupBy(places, (place) => Math.round(place / 2))
  const [best = []] = [...counts.values()].toSorted((one, other) => other.length - one.length)
  return best.length < MIN_RIGHT_HEADINGS ? null : smallest(best)
}

/** A line cut at an edge; null where it runs across. */
const cutLine = (line: Line, edge: number): Row | null => {
  const inset = edge - EDGE_TOLERANCE_EM * line.size
  const left = line.words.filter((word) => word.x0 < inset)
  const right = line.words.filter((word) => word.x0 >= inset)
  const reach = largest(left.map((word) => word.x1))
  if (reach > edge - (right.length > 0 ? MIN_GUTTER_EM : 0) * line.size) return null
  return {
    left: left.length > 0 ? makeLine(left, line) : null,
    right: right.length > 0 ? makeLine(right, line) : null,
  }
}

/** Lines of one column, with the distances between them as they stand in it. */
export const respace = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, index) => {
    const above = lines[index - 1]
    if (!above || above.page !== line.page || above.baseline <= line.baseline) return line
    return { ...line, leading: (above.baseline - line.baseline) / line.size }
  })

const readColumns = (rows: readonly Row[], lines: readonly Line[], edge: number): readonly Line[] => {
  const rights = rows.flatMap(({ right }) => right ?? [])
  const hasHeading = rights.some((line) => opensNumbered(line) && line.x0 - edge < line.size)
  const isWide = rows.filter(({ left, right }) => left && right).length >= MIN_ROWS
  if (!hasHeading && !isWide) return lines
  const [first, ...rest] = respace(rights)
  const top = first ? [{ ...first, leading: Number.POSITIVE_INFINITY }] : []
  return [...respace(rows.flatMap(({ left }) => left ?? [])), ...top, ...rest]
}

/** Lines column after column, on the pages of a document that is set in two columns. */
export const readPageColumns = (lines: readonly Line[]): readonly Line[] => {
  const edge = findRightColumn(lines)
  if (edge === null) return lines
  const read: Line[] = []
  let rows: Row[] = []
  let open: Line[] = []
  const close = (): void => {
    for (const line of readColumns(rows, open, edge)) read.push(line)
    rows = []
    open = []
  }
  for (const line of lines) {
    const row = cutLine(line, edge)
    if (row === null || open.at(-1)?.page !== line.page) close()
    if (row === null) read.push(line)
    else {
      rows.push(row)
      open.push(line)
    }
  }
  close()
  return read
}
