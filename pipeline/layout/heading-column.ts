import { type Line, largest, makeLine, opensNumbered, segmentsOf, smallest } from './line.ts'
import { respace } from './page-columns.ts'
import type { Word } from './word.ts'

/** How far, in em, the lines of the column of text may begin from its edge. */
const EDGE_TOLERANCE_EM = 1.1

/** Space, in em, that parts a heading from the text beside it, and from text that begins at the very edge. */
const LEAST_GAP_EM = 0.9
const LEAST_GAP_AT_EDGE_EM = 0.05
const AT_EDGE_EM = 0.2

/** The lines of one heading stand no further apart than this, in em. */
const MOST_LEADING_EM = 1.8

/** So many headings must have their text beside them, and this share of all, to be a column of headings. */
const FEWEST_HEADINGS = 3
const SHARE_OF_HEADINGS = 0.5

/** A line of a table that has headings in its left column; of both parts one may be null. */
export interface TableLine {
  readonly heading: Line | null
  readonly text: Line | null
  /** Whether its heading part begins with a number, rather than going on from the line above. */
  readonly opens: boolean
}

const lineOf = (words: readonly Word[], line: Line): Line | null =>
  words.length === 0 ? null : makeLine(words, line)

/** Where text begins that stands in the line of a heading or, where that is set lower or higher, beside it. */
const placesBeside = (lines: readonly Line[], index: number): readonly number[] => {
  const line = lines[index]
  if (!line) return []
  const [, ...further] = segmentsOf(line)
  if (further.length > 0) return further.map(({ x0 }) => x0)
  const beside = [lines[index - 1], lines[index + 1]].find(
    (other) => other?.page === line.page && other.x0 - line.x1 >= LEAST_GAP_EM * line.size,
  )
  return beside ? [beside.x0] : []
}

interface Reach {
  readonly from: number
  readonly to: number
}

/** The edges near which a heading has something beside it, none of them told twice. */
const reachesOf = (places: readonly number[], tolerance: number): readonly Reach[] => {
  const reaches: Reach[] = []
  for (const place of places.toSorted((one, other) => one - other)) {
    const last = reaches.at(-1)
    const reach = { from: place - tolerance, to: place + tolerance }
    if (last && reach.from <= last.to) reaches[reaches.length - 1] = { from: last.from, to: reach.to }
    else reaches.push(reach)
  }
  return reaches
}

const descending = (values: readonly number[]): readonly number[] =>
  values.toSorted((one, other) => other - one)

/**
 * The left edge of the column of text, where the headings of a document stand in a column, or in two, of their own: the
 * rightmost place at which most have something beside them.
 */
const textEdge = (lines: readonly Line[]): number | null => {
  const headings = lines.flatMap((line, index) =>
    opensNumbered(line) ? [{ em: line.size, places: placesBeside(lines, index) }] : [],
  )
  const fewest = Math.max(FEWEST_HEADINGS, headings.length * SHARE_OF_HEADINGS)
  const reaches = headings.flatMap(({ em, places }) => reachesOf(places, EDGE_TOLERANCE_EM * em))
  const starts = descending(reaches.map(({ from }) => from))
  const ends = descending(reaches.map(({ to }) => to))
  let [begun, open] = [0, 0]
  for (const edge of descending(headings.flatMap(({ places }) => places))) {
    while ((ends[open] ?? Number.NEGATIVE_INFINITY) >= edge) open++
    while ((starts[begun] ?? Number.NEGATIVE_INFINITY) > edge) begun++
    if (open - begun >= fewest) return edge
  }
  return null
}

const inCapitals = (text: string): boolean => text === text.toUpperCase()

/** Whether a line is the rest of a heading that takes up several: close below it, and of its type. */
const isRestOf = (heading: Line, line: Line): boolean =>
  heading.page === line.page &&
  heading.baseline - line.baseline <= MOST_LEADING_EM * line.size &&
  heading.bold === line.bold &&
  inCapitals(heading.text) === inCapitals(line.text) &&
  /\p{L}/u.test(line.text)

/** A line as one of a table with an edge between its columns; null where it runs across, or has text in the left one. */
const tableLine = (line: Line, edge: number, above: Line | null): TableLine | null => {
  const inset = edge - EDGE_TOLERANCE_EM * line.size
  const left = line.words.filter((word) => word.x0 < inset)
  const right = line.words.filter((word) => word.x0 >= inset)
  const reach = largest(left.map((word) => word.x1))
  const start = right[0]?.x0 ?? Number.POSITIVE_INFINITY
  const atEdge = Math.abs(start - edge) <= AT_EDGE_EM * line.size
  const gap = (atEdge ? LEAST_GAP_AT_EDGE_EM : LEAST_GAP_EM) * line.size
  if (reach > edge || start - reach < gap) return null
  const heading = lineOf(left, line)
  const opens = heading !== null && opensNumbered(heading)
  const goesOn = heading !== null && above !== null && isRestOf(above, heading)
  if (heading !== null && !opens && !goesOn) return null
  return { heading, text: lineOf(right, line), opens }
}

/**
 * Lines in reading order where a table has the headings in its left column and their text in the right one: each
 * heading, then all that stands beside it. All other lines stay as they are.
 */
export const besideHeadings = (lines: readonly Line[]): readonly Line[] => {
  const edge = textEdge(lines)
  if (edge === null) return lines
  const read: Line[] = []
  let table: TableLine[] = []
  const close = (): void => {
    for (const line of rowsOfTable(table)) read.push(line)
    table = []
  }
  let heading: Line | null = null
  for (const line of lines) {
    const part = tableLine(line, edge, heading)
    if (part === null) {
      close()
      read.push(line)
      heading = null
      continue
    }
    table.push(part)
    heading = part.heading ?? heading
  }
  close()
  return read
}

/** A gap between two lines of text this many times the usual one parts two blocks. */
const BLOCK_GAP_RATIO = 1.3

/** The share of rows that begin level, from which all do; one in the middle of an odd number of lines is level as well. */
const SHARE_AT_TOP = 0.85

/** A number of two parts or of one belongs to a heading without text of its own, but in the last chapter. */
const PARENT_NUMBER = /^(?:1(?:\.\d)?|2)\.?\s+\D/

interface Row {
  readonly heading: Line[]
  readonly text: Line[]
}

const topOf = (lines: readonly Line[]): number => lines[0]?.y1 ?? Number.NEGATIVE_INFINITY
const bottomOf = (lines: readonly Line[]): number => lines.at(-1)?.y0 ?? Number.POSITIVE_INFINITY
const pageOf = (lines: readonly Line[]): number => lines[0]?.page ?? 0

const overlap = (one: readonly Line[], other: readonly Line[]): boolean =>
  pageOf(one) === pageOf(other) && topOf(one) > bottomOf(other) && topOf(other) > bottomOf(one)

const gapsOf = (lines: readonly Line[]): readonly number[] =>
  lines.map((line, index) => {
    const above = lines[index - 1]
    return above?.page === line.page ? above.baseline - line.baseline : Number.POSITIVE_INFINITY
  })

/** Lines that stand together, each block set off from the one above by more than the usual space. */
const blocksOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const gaps = gapsOf(lines)
  const usual = smallest(gaps.filter((gap, index) => gap > (lines[index]?.size ?? 0) * 0.8))
  const blocks: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const block = blocks.at(-1)
    if (block && (gaps[index] ?? 0) <= usual * BLOCK_GAP_RATIO) block.push(line)
    else blocks.push([line])
  }
  return blocks
}

/** Gives a block that several headings stand beside to them in parts: each begins at the first line of its heading. */
const dealParts = (block: readonly Line[], rows: readonly Row[]): void => {
  let at = 0
  for (const line of block) {
    while (at + 1 < rows.length && line.baseline < topOf(rows[at + 1]?.heading ?? [])) at++
    rows[at]?.text.push(line)
  }
}

const isAbove = ({ heading }: Row, block: readonly Line[]): boolean =>
  pageOf(heading) < pageOf(block) || (pageOf(heading) === pageOf(block) && bottomOf(heading) >= topOf(block))

/** The rows beside a block, of which none before `from` is. */
const rowsBeside = (rows: readonly Row[], from: number, block: readonly Line[]): readonly Row[] => {
  let to = from
  while (to < rows.length && overlap(rows[to]?.heading ?? [], block)) to++
  return rows.slice(from, to)
}

/** The row to which a block belongs that stands beside no heading: that of the heading above, if it may have text. */
const rowNear = (above: Row | undefined, below: Row | undefined): Row | undefined =>
  above && !PARENT_NUMBER.test(above.heading[0]?.text ?? '') ? above : below

/** Whether the first line of the text stands level with that of its heading, in all rows but a few. */
const isLevelAtTop = (table: readonly TableLine[]): boolean => {
  const opening = table.filter(
    ({ heading, opens }) => heading !== null && opens && !PARENT_NUMBER.test(heading.text),
  )
  return opening.filter(({ text }) => text !== null).length >= opening.length * SHARE_AT_TOP
}

/** Gives each row the text down to its next heading; what stands above all headings comes back. */
const dealDownwards = (table: readonly TableLine[], rows: readonly Row[]): readonly Line[] => {
  const before: Line[] = []
  let row = -1
  for (const { opens, text } of table) {
    if (opens) row++
    if (text !== null) (rows[row]?.text ?? before).push(text)
  }
  return before
}

/** Gives each row the blocks of text that its heading stands in the middle of; what has no row comes back. */
const dealByMiddle = (text: readonly Line[], rows: readonly Row[]): readonly Line[] => {
  const before: Line[] = []
  let at = 0
  for (const block of blocksOf(text)) {
    for (let row = rows[at]; row && isAbove(row, block); row = rows[at]) at++
    const beside = rowsBeside(rows, at, block)
    if (beside.length > 0) dealParts(block, beside)
    else for (const line of block) (rowNear(rows[at - 1], rows[at])?.text ?? before).push(line)
  }
  return before
}

/**
 * The lines of a table row by row: a heading, then the text beside it, whether both begin at one height or the heading
 * stands in the middle of its row. Text above all headings comes first.
 */
export const rowsOfTable = (table: readonly TableLine[]): readonly Line[] => {
  const rows: Row[] = []
  for (const { heading, opens } of table) {
    if (heading === null) continue
    if (opens) rows.push({ heading: [heading], text: [] })
    else rows.at(-1)?.heading.push(heading)
  }
  const text = table.flatMap((line) => line.text ?? [])
  const before = isLevelAtTop(table) ? dealDownwards(table, rows) : dealByMiddle(text, rows)
  return [...before, ...rows.flatMap((row) => [...row.heading, ...respace(row.text)])]
}
