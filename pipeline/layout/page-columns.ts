import { cutLine, findSegments, type Line, makeLine, opensNumbered, smallest } from './line.ts'

/** Some words of a line as a line; null of no words. */
export const makePart = (words: Line['words'], line: Line): Line | null =>
  words.length === 0 ? null : makeLine(words, line)

/** Lines of one column, with their distances within it. */
export const respace = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, index) => {
    const above = lines[index - 1]
    if (!above || above.page !== line.page || above.baseline <= line.baseline) return line
    return { ...line, leading: (above.baseline - line.baseline) / line.size }
  })

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

/** A stretch of rows of one page, read column by column where it has two. */
const readStretch = (stretch: readonly Row[], edge: number): readonly Line[] => {
  const rights = stretch.flatMap(({ right }) => right ?? [])
  const hasHeading = rights.some((line) => opensNumbered(line) && line.x0 - edge < line.size)
  if (!hasHeading && stretch.filter(({ left, right }) => left && right).length < MIN_LINES) {
    return stretch.map(({ line }) => line)
  }
  const [first, ...rest] = respace(rights)
  const top = first ? [{ ...first, leading: Number.POSITIVE_INFINITY }] : []
  return [...respace(stretch.flatMap(({ left }) => left ?? [])), ...top, ...rest]
}

/** Lines column after column, on the pages of a document that is set in two columns. */
export const readPageColumns = (lines: readonly Line[]): readonly Line[] => {
  const edge = findRightColumn(lines)
  if (edge === null) return lines
  const read: Line[] = []
  let stretch: Row[] = []
  const close = (): void => {
    for (const line of readStretch(stretch, edge)) read.push(line)
    stretch = []
  }
  for (const line of lines) {
    const row = makeRow(line, edge)
    if (row === null || stretch.at(-1)?.line.page !== line.page) close()
    if (row === null) read.push(line)
    else stretch.push(row)
  }
  close()
  return read
}
