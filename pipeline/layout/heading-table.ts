import { findQuantile } from '../io/numbers.ts'
import { cutLine, findSegments, type Line, makePart, opensNumbered } from './line.ts'
import { readStretches, respace } from './stretches.ts'

/** How far, in em, the lines of the column of text beside headings may begin from its edge. */
const TEXT_TOLERANCE_EM = 1.1

/** Space, in em, between a heading and the text beside it, and text that begins exactly at the edge. */
const MIN_GAP_EM = 0.9
const MIN_GAP_AT_EDGE_EM = 0.05
const AT_EDGE_EM = 0.2

/** The lines of one heading are no further apart than this, in em. */
const MAX_LEADING_EM = 1.8

/** This many headings, and this share of all, have their text beside them in a table of headings and text. */
const MIN_HEADINGS = 3
const MIN_HEADINGS_SHARE = 0.5

/** More headings than this are not compared. */
const MAX_HEADINGS = 500

/** Left edge of the text in the line of a heading or, if that is set lower or higher, beside it. */
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
 * The left edge of the column of text, where the headings of a document are in a column, or in two, of their own: the
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

/** A line of a table with headings in its left column; one of the two parts may be null. */
interface TableLine {
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

/** A line as one of a table with an edge between its columns; null if it runs across, or has text in the left one. */
const readTableLine = (line: Line, edge: number, above: Line | null): TableLine | null => {
  const { left, right, reach, start } = cutLine(line, edge, TEXT_TOLERANCE_EM)
  const isAtEdge = Math.abs(start - edge) <= AT_EDGE_EM * line.size
  const gap = (isAtEdge ? MIN_GAP_AT_EDGE_EM : MIN_GAP_EM) * line.size
  if (reach > edge || start - reach < gap) return null
  const [heading, text] = [makePart(left, line), makePart(right, line)]
  const opens = heading !== null && opensNumbered(heading)
  return heading === null || opens || isRest(heading, above) ? { heading, text, opens } : null
}

/** Lines with each heading before its text, in a document whose headings are in a column beside the text. */
export const readBesideHeadings = (lines: readonly Line[]): readonly Line[] => {
  const edge = findTextEdge(lines)
  if (edge === null) return lines
  let heading: Line | null = null
  const findPart = (line: Line): TableLine | null => {
    const part = readTableLine(line, edge, heading)
    heading = part && (part.heading ?? heading)
    return part
  }
  return readStretches(lines, findPart, readTable)
}

/** A gap between two lines this many times the usual one separates two blocks. */
const BLOCK_GAP_RATIO = 1.3

/** Headings numbered in one or two parts have no text of their own, except in the last chapter. */
const PARENT_NUMBER = /^(?:1(?:\.\d)?|2)\.?\s+\D/

/** More than the height of any page, so that heights can be compared across pages. */
const PAGE_HEIGHT = 10_000_000

interface TableRow {
  readonly heading: Line[]
  readonly text: Line[]
}

const measureTop = ([first]: readonly Line[]): number =>
  first ? first.y1 - first.page * PAGE_HEIGHT : Number.NEGATIVE_INFINITY
const measureBottom = (lines: readonly Line[]): number => {
  const last = lines.at(-1)
  return last ? last.y0 - last.page * PAGE_HEIGHT : Number.POSITIVE_INFINITY
}

/** Blocks of lines, each set off from the one above by more than the usual space. */
const splitBlocks = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const gaps = lines.map(
    (line, index) => measureTop(lines.slice(Math.max(0, index - 1), index)) - measureTop([line]),
  )
  // a line level with a heading has the height of that
  const wide = gaps.filter((gap, index) => index > 0 && gap > (lines[index]?.size ?? 0) * 0.8)
  const usual = findQuantile(wide, 0.25) ?? Number.POSITIVE_INFINITY
  const blocks: Line[][] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0 && (gaps[index] ?? 0) <= usual * BLOCK_GAP_RATIO) blocks.at(-1)?.push(line)
    else blocks.push([line])
  }
  return blocks
}

const mayHaveText = ({ heading }: TableRow): boolean => !PARENT_NUMBER.test(heading[0]?.text ?? '')

/** Gives each row the blocks of text beside its heading; returns those that have no row. */
const assignBlocks = (blocks: readonly (readonly Line[])[], rows: readonly TableRow[]): readonly Line[] => {
  // where no space parts the rows, a block is of several, and begins with what is left of the row above
  const isClose = blocks.length * 2 <= rows.length
  const before: Line[] = []
  let next = 0
  for (const block of blocks) {
    while (next < rows.length && measureBottom(rows[next]?.heading ?? []) >= measureTop(block)) next++
    const end = rows.findIndex(
      (row, index) => index >= next && measureTop(row.heading) <= measureBottom(block),
    )
    const beside = rows.slice(next, end === -1 ? rows.length : end)
    const above = rows.slice(Math.max(0, next - 1), next).filter(mayHaveText)
    const near = above.length > 0 ? above : rows.slice(next, next + 1)
    const owners = beside.length === 0 ? near : isClose ? [...above, ...beside] : beside
    let owner = 0
    for (const line of block) {
      while (measureTop(owners[owner + 1]?.heading ?? []) > line.baseline - line.page * PAGE_HEIGHT) owner++
      ;(owners[owner]?.text ?? before).push(line)
    }
  }
  return before
}

/**
 * The lines of a table row by row: a heading, then the text beside it, whether both begin at one height or the heading
 * is in the middle of its row. Text above all headings comes first.
 */
const readTable = (table: readonly TableLine[]): readonly Line[] => {
  const rows: TableRow[] = []
  for (const { heading, opens } of table) {
    if (heading === null) continue
    if (opens) rows.push({ heading: [heading], text: [] })
    else rows.at(-1)?.heading.push(heading)
  }
  const before = assignBlocks(splitBlocks(table.flatMap((line) => line.text ?? [])), rows)
  return [...before, ...rows.flatMap(({ heading, text }) => [...heading, ...respace(text)])]
}
