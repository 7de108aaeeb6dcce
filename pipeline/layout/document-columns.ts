import { findSegments, type Line, largest, makeLine, opensNumbered, smallest } from './line.ts'

/** A line in two parts: left and right of an edge. */
interface CutLine {
  readonly left: Line | null
  readonly right: Line | null
  /** Space between the two, in em; infinite where there is one part alone. */
  readonly gapEm: number
}

/** A line cut at an edge, from which its words may begin this many em to the left; null where a word crosses the edge. */
const cutLine = (line: Line, edge: number, toleranceEm: number): CutLine | null => {
  const inset = edge - toleranceEm * line.size
  const left = line.words.filter((word) => word.x0 < inset)
  const right = line.words.filter((word) => word.x0 >= inset)
  const reach = largest(left.map((word) => word.x1))
  if (reach > edge) return null
  return {
    left: left.length > 0 ? makeLine(left, line) : null,
    right: right.length > 0 ? makeLine(right, line) : null,
    gapEm: (smallest(right.map((word) => word.x0)) - reach) / line.size,
  }
}

/** Lines of one column, with the distances between them as they stand in it. */
const respace = (lines: readonly Line[]): readonly Line[] =>
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

/** Where the right column of a document begins, at which headings stand; null where its pages have one column. */
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

/** A stretch of cut lines of one page, read column by column; null where it has no two columns. */
const readStretch = (stretch: readonly CutLine[], edge: number): readonly Line[] | null => {
  const rights = stretch.flatMap(({ right }) => right ?? [])
  const hasHeading = rights.some((line) => opensNumbered(line) && line.x0 - edge < line.size)
  if (!hasHeading && stretch.filter(({ left, right }) => left && right).length < MIN_LINES) return null
  const [first, ...rest] = respace(rights)
  const top = first ? [{ ...first, leading: Number.POSITIVE_INFINITY }] : []
  return [...respace(stretch.flatMap(({ left }) => left ?? [])), ...top, ...rest]
}

/** Lines column after column, on the pages of a document that is set in two columns. */
export const readPageColumns = (lines: readonly Line[]): readonly Line[] => {
  const edge = findRightColumn(lines)
  if (edge === null) return lines
  const read: Line[] = []
  let [stretch, whole]: [CutLine[], Line[]] = [[], []]
  const close = (): void => {
    for (const line of readStretch(stretch, edge) ?? whole) read.push(line)
    stretch = []
    whole = []
  }
  for (const line of lines) {
    const cut = cutLine(line, edge, PAGE_TOLERANCE_EM)
    const isCut = cut !== null && cut.gapEm >= MIN_GUTTER_EM
    if (!isCut || whole.at(-1)?.page !== line.page) close()
    if (!isCut) read.push(line)
    else {
      stretch.push(cut)
      whole.push(line)
    }
  }
  close()
  return read
}

/** How far, in em, the lines of the column of text beside headings may begin from its edge. */
const TEXT_TOLERANCE_EM = 1.1

/** Space, in em, that parts a heading from the text beside it, and from text that begins at the very edge. */
const MIN_GAP_EM = 0.9
const MIN_GAP_AT_EDGE_EM = 0.05
const AT_EDGE_EM = 0.2

/** The lines of one heading stand no further apart than this, in em. */
const MAX_LEADING_EM = 1.8

/** This many headings, and this share of all, have their text beside them in a table of headings and text. */
const MIN_HEADINGS = 3
const MIN_HEADINGS_SHARE = 0.5

/** More headings than this are not compared. */
const MAX_HEADINGS = 500

/** Where text begins that stands in the line of a heading or, where that is set lower or higher, beside it. */
const findPlacesBeside = (lines: readonly Line[], index: number): readonly number[] => {
  const line = lines[index]
  if (!line) return []
  const [, ...further] = findSegments(line)
  if (further.length > 0) return further.map(({ x0 }) => x0)
  const beside = [lines[index - 1], lines[index + 1]].find(
    (other) => other?.page === line.page && other.x0 - line.x1 >= MIN_GAP_EM * line.size,
  )
  return beside ? [beside.x0] : []
}

/**
 * The left edge of the column of text, where the headings of a document stand in a column, or in two, of their own: the
 * rightmost place at which most have something beside them.
 */
const findTextEdge = (lines: readonly Line[]): number | null => {
  const headings = lines
    .flatMap((line, index) =>
      opensNumbered(line) ? [{ em: line.size, places: findPlacesBeside(lines, index) }] : [],
    )
    .slice(0, MAX_HEADINGS)
  const needed = Math.max(MIN_HEADINGS, headings.length * MIN_HEADINGS_SHARE)
  const isShared = (edge: number): boolean =>
    headings.filter(({ em, places }) =>
      places.some((place) => Math.abs(place - edge) <= TEXT_TOLERANCE_EM * em),
    ).length >= needed
  return (
    headings
      .flatMap(({ places }) => places)
      .toSorted((one, other) => other - one)
      .find(isShared) ?? null
  )
}

/** A line of a table that has headings in its left column; of both parts one may be null. */
export interface TableLine {
  readonly heading: Line | null
  readonly text: Line | null
  /** Whether its heading part begins with a number, rather than continuing the line above. */
  readonly opens: boolean
}

const isCapitals = ({ text }: Line): boolean => text === text.toUpperCase()

/** Whether a line is the rest of a heading that takes up several: close below it, and of its type. */
const isRest = (line: Line, heading: Line | null): boolean =>
  heading?.page === line.page &&
  heading.baseline - line.baseline <= MAX_LEADING_EM * line.size &&
  heading.bold === line.bold &&
  isCapitals(heading) === isCapitals(line) &&
  /\p{L}/u.test(line.text)

/** A line as one of a table with an edge between its columns; null where it runs across, or has text in the left one. */
const readTableLine = (line: Line, edge: number, above: Line | null): TableLine | null => {
  const cut = cutLine(line, edge, TEXT_TOLERANCE_EM)
  if (!cut) return null
  const { left: heading, right: text, gapEm } = cut
  const isAtEdge = text !== null && Math.abs(text.x0 - edge) <= AT_EDGE_EM * line.size
  if (gapEm < (isAtEdge ? MIN_GAP_AT_EDGE_EM : MIN_GAP_EM)) return null
  const opens = heading !== null && opensNumbered(heading)
  return heading === null || opens || isRest(heading, above) ? { heading, text, opens } : null
}

/** Lines with each heading before its text, in a document whose headings stand in a column beside the text. */
export const readBesideHeadings = (lines: readonly Line[]): readonly Line[] => {
  const edge = findTextEdge(lines)
  if (edge === null) return lines
  const read: Line[] = []
  let table: TableLine[] = []
  let heading: Line | null = null
  const close = (): void => {
    for (const line of readTable(table)) read.push(line)
    table = []
  }
  for (const line of lines) {
    const part = readTableLine(line, edge, heading)
    if (part === null) {
      close()
      read.push(line)
      heading = null
    } else {
      table.push(part)
      heading = part.heading ?? heading
    }
  }
  close()
  return read
}

/** A gap between two lines of text this many times the usual one parts two blocks. */
const BLOCK_GAP_RATIO = 1.3

/** A number of two parts or of one belongs to a heading without text of its own, but in the last chapter. */
const PARENT_NUMBER = /^(?:1(?:\.\d)?|2)\.?\s+\D/

/** Higher than any page, in its unit, so that heights can be compared through a document. */
const PAGE_HEIGHT = 10_000_000

interface Row {
  readonly heading: Line[]
  readonly text: Line[]
}

const measureTop = ([first]: readonly Line[]): number =>
  first ? first.y1 - first.page * PAGE_HEIGHT : Number.NEGATIVE_INFINITY
const measureBottom = (lines: readonly Line[]): number => {
  const last = lines.at(-1)
  return last ? last.y0 - last.page * PAGE_HEIGHT : Number.POSITIVE_INFINITY
}

/** Lines that stand together, each block set off from the one above by more than the usual space. */
const splitBlocks = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const gaps = lines.map(
    (line, index) => measureTop(lines.slice(Math.max(0, index - 1), index)) - measureTop([line]),
  )
  const usual = smallest(gaps.filter((gap, index) => index > 0 && gap > (lines[index]?.size ?? 0) * 0.8))
  const blocks: Line[][] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0 && (gaps[index] ?? 0) <= usual * BLOCK_GAP_RATIO) blocks.at(-1)?.push(line)
    else blocks.push([line])
  }
  return blocks
}

/** The share of headings level with the first line of their text in a table whose rows all begin at one height. */
const MIN_LEVEL_SHARE = 0.85

const isLevelAtTop = (table: readonly TableLine[]): boolean => {
  const opening = table.filter(({ heading, opens }) => heading && opens && !PARENT_NUMBER.test(heading.text))
  return opening.filter(({ text }) => text !== null).length >= opening.length * MIN_LEVEL_SHARE
}

/** Gives each row the text down to its next heading; returns what stands above all headings. */
const assignDownwards = (table: readonly TableLine[], rows: readonly Row[]): readonly Line[] => {
  const before: Line[] = []
  let row = -1
  for (const { opens, text } of table) {
    if (opens) row++
    if (text !== null) (rows[row]?.text ?? before).push(text)
  }
  return before
}

/** The row to which a block belongs that stands beside no heading: that of the heading above, if it may have text. */
const findNearRow = (above: Row | undefined, below: Row | undefined): readonly Row[] => {
  const row = above && !PARENT_NUMBER.test(above.heading[0]?.text ?? '') ? above : below
  return row ? [row] : []
}

/** Gives each row the blocks of text beside its heading; returns those that have no row. */
const assignText = (table: readonly TableLine[], rows: readonly Row[]): readonly Line[] => {
  const text = table.flatMap((line) => line.text ?? [])
  const before: Line[] = []
  let next = 0
  for (const block of splitBlocks(text)) {
    while (next < rows.length && measureBottom(rows[next]?.heading ?? []) >= measureTop(block)) next++
    const end = rows.findIndex(
      (row, index) => index >= next && measureTop(row.heading) <= measureBottom(block),
    )
    const beside = rows.slice(next, end === -1 ? rows.length : end)
    const owners = beside.length > 0 ? beside : findNearRow(rows[next - 1], rows[next])
    let owner = 0
    for (const line of block) {
      // of several headings beside a block each begins its part of it
      while (measureTop(owners[owner + 1]?.heading ?? []) > line.baseline - line.page * PAGE_HEIGHT) owner++
      ;(owners[owner]?.text ?? before).push(line)
    }
  }
  return before
}

/**
 * The lines of a table row by row: a heading, then the text beside it, whether both begin at one height or the heading
 * stands in the middle of its row. Text above all headings comes first.
 */
const readTable = (table: readonly TableLine[]): readonly Line[] => {
  const rows: Row[] = []
  for (const { heading, opens } of table) {
    if (heading === null) continue
    if (opens) rows.push({ heading: [heading], text: [] })
    else rows.at(-1)?.heading.push(heading)
  }
  const before = isLevelAtTop(table) ? assignDownwards(table, rows) : assignText(table, rows)
  return [...before, ...rows.flatMap(({ heading, text }) => [...heading, ...respace(text)])]
}
