import { largest } from './extremes.ts'
import { rowsOfTable } from './heading-rows.ts'
import { type Line, makeLine, segmentsOf } from './line.ts'
import { opensNumbered } from './opens-section.ts'
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
