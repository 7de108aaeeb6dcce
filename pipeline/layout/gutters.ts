import type { Line } from './line.ts'
import type { Word } from './word.ts'

/** Columns that white space parts, and how many lines of the page they take up. */
export interface Gutters {
  /** Left edges of the columns, from left to right; two at least. */
  readonly edges: readonly number[]
  readonly height: number
}

/** A gutter is at least so wide, in em. */
const GUTTER_EM = 0.6

/** How much wider a gutter is than the spaces between the words beside it. */
const GUTTER_TO_SPACE = 1.8

/** How far, in em, the lines of one column may begin from its edge. */
const EDGE_TOLERANCE_EM = 0.2

/** So many lines must stand on each side. */
const FEWEST_LINES = 3

/** A column is at least so wide, in em: less is the room of list marks or of an indent. */
const NARROWEST_EM = 5

/** Of the lines of a column so many begin at its edge or at one indent. */
const ALIGNED_SHARE = 0.9

/** The sizes of the lines of a block differ by this share at most. */
const SIZE_TOLERANCE = 0.15

/** Leading, in multiples of the block's own, beyond which a line is not part of it. */
const MAX_LEADING_RATIO = 2.2

interface Row {
  readonly line: Line
  readonly left: readonly Word[]
  readonly right: readonly Word[]
}

/** A line cut at a gutter's right edge; null where a word stands in the gutter. */
const cut = (line: Line, edge: number): Row | null => {
  const tolerance = EDGE_TOLERANCE_EM * line.size
  const left = line.words.filter((word) => word.x0 < edge - tolerance)
  const right = line.words.filter((word) => word.x0 >= edge - tolerance)
  const reach = Math.max(...left.map((word) => word.x1))
  return reach > edge - GUTTER_EM * line.size ? null : { line, left, right }
}

const spacesIn = (words: readonly Word[]): number[] =>
  words.flatMap((word, index) => {
    const above = words[index - 1]
    return above && !word.glued ? [word.x0 - above.x1] : []
  })

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

/** Whether the beginnings of lines are those of a column: at its edge and, of wrapped entries, at one indent. */
const areAligned = (starts: readonly number[], em: number): boolean => {
  const near = (place: number): number[] =>
    starts.filter((start) => Math.abs(start - place) <= EDGE_TOLERANCE_EM * em)
  const atEdge = near(Math.min(...starts))
  const others = starts.filter((start) => !atEdge.includes(start))
  const indented = Math.max(0, ...others.map((place) => near(place).length))
  return atEdge.length >= 2 && atEdge.length + indented >= starts.length * ALIGNED_SHARE
}

const letters = (words: readonly Word[]): number =>
  words.reduce((sum, word) => sum + (word.text.match(/\p{L}/gu)?.length ?? 0), 0)

/** The rows from a line on that a gutter runs through, up to the last that has words on its right. */
const rowsAlong = (
  lines: readonly Line[],
  start: number,
  edge: number,
  endsBlock: (line: Line) => boolean,
): Row[] => {
  const rows: Row[] = []
  const { page, size = 1 } = lines[start] ?? {}
  let usual: number | undefined
  for (const line of lines.slice(start)) {
    if (line.page !== page || Math.abs(line.size / size - 1) > SIZE_TOLERANCE) break
    if (rows.length > 0 && endsBlock(line)) break
    if (rows.length > 0) {
      if (usual !== undefined && line.leading > Math.max(1, usual) * MAX_LEADING_RATIO) break
      usual = Math.min(usual ?? line.leading, line.leading)
    }
    const row = cut(line, edge)
    if (!row) break
    rows.push(row)
  }
  return rows.slice(0, rows.findLastIndex((row) => row.right.length > 0) + 1)
}

/** Whether rows are two columns with a gutter between them. */
const isGutter = (rows: readonly Row[], edge: number): boolean => {
  const lefts = rows.filter((row) => row.left.length > 0)
  const rights = rows.filter((row) => row.right.length > 0)
  if (lefts.length < FEWEST_LINES || rights.length < FEWEST_LINES) return false
  if (lefts.filter((row) => letters(row.left) >= 3).length * 2 <= lefts.length) return false
  const em = median(rows.map((row) => row.line.size))
  const start = (words: readonly Word[]): number => words[0]?.x0 ?? edge
  const leftEdge = Math.min(...lefts.map((row) => start(row.left)))
  if (edge - leftEdge < NARROWEST_EM * em) return false
  if (
    !areAligned(
      rights.map((row) => start(row.right)),
      em,
    )
  )
    return false
  if (
    !areAligned(
      lefts.map((row) => start(row.left)),
      em,
    )
  )
    return false
  const gutter = edge - Math.max(...lefts.map((row) => row.left.at(-1)?.x1 ?? leftEdge))
  const space = median(rows.flatMap((row) => [...spacesIn(row.left), ...spacesIn(row.right)]))
  return gutter >= space * GUTTER_TO_SPACE
}

/** Whether a block may begin at a row: it has both columns, or the first line of the other is on a row close below. */
const opens = (rows: readonly Row[]): boolean => {
  const [first, second] = rows
  if (!first || !second) return false
  if (first.left.length > 0 && first.right.length > 0) return true
  const [mine, other] = first.left.length > 0 ? [first.left, second.right] : [first.right, second.left]
  return mine.length > 0 && other.length > 0 && second.line.leading < 1
}

/** In so many lines of a block the edge of each column is looked for: the first may be indented. */
const EDGE_LINES = 12

/** Where a column could begin: behind a gap, or where a line begins. */
const candidates = (lines: readonly Line[], start: number): number[] => {
  const found = lines.slice(start, start + EDGE_LINES).flatMap((line) =>
    line.words
      .filter((word, index) => {
        const above = line.words[index - 1]
        return !above || word.x0 - above.x1 >= GUTTER_EM * line.size
      })
      .map((word) => word.x0),
  )
  return [...new Set(found)].toSorted((left, right) => left - right)
}

/**
 * The columns that stand apart by a gutter through three lines or more, however narrow it is and whether or not their
 * lines stand level: those of justified text, which no wide gap shows.
 * @param endsBlock whether a line can be in no column
 */
export const guttersAt = (
  lines: readonly Line[],
  start: number,
  endsBlock: (line: Line) => boolean,
): Gutters | null => {
  const opening = lines[start]
  if (opening?.unit !== 'point' || endsBlock(opening)) return null
  const found: { readonly edge: number; readonly height: number }[] = []
  for (const edge of candidates(lines, start)) {
    const previous = found.at(-1)
    if (previous && edge - previous.edge < NARROWEST_EM * opening.size) continue
    const rows = rowsAlong(lines, start, edge, endsBlock)
    const between = previous
      ? rows.map((row) => ({ ...row, left: row.left.filter((word) => word.x0 >= previous.edge - 1) }))
      : rows
    if (opens(rows) && isGutter(between, edge)) found.push({ edge, height: rows.length })
  }
  const height = Math.max(0, ...found.map((gutter) => gutter.height))
  const block = lines.slice(start, start + height)
  const through = found.filter(({ edge }) => block.every((line) => cut(line, edge) !== null))
  if (through.length === 0) return null
  return {
    edges: [Math.min(...block.map((line) => line.x0)), ...through.map(({ edge }) => edge)],
    height,
  }
}

/** The words of a line by the columns in which they stand. */
export const wordsByColumn = (line: Line, edges: readonly number[]): Word[][] => {
  const reach = (edge: number): number => edge - EDGE_TOLERANCE_EM * line.size
  return edges.map((edge, column) =>
    line.words.filter(
      (word) =>
        (column === 0 || word.x0 >= reach(edge)) &&
        word.x0 < reach(edges[column + 1] ?? Number.POSITIVE_INFINITY),
    ),
  )
}
