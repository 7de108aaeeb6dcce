import { type Line, largest, smallest } from './line.ts'
import { isLoneListMark, startsWithBullet, startsWithListMark } from './list-mark.ts'
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

/** So many lines must stand on each side; fewer do where list marks open the columns, of which a dash says less. */
const FEWEST_LINES = 3
const FEWEST_WITH_DASH = 2
const FEWEST_WITH_BULLET = 1

/** A column is at least so wide, in em: less is the room of list marks or of an indent. */
const NARROWEST_EM = 5

/** Of the lines of a column so many begin at its edge or at one indent. */
const ALIGNED_SHARE = 0.9

/** The sizes of the lines of a block differ by this share at most: small print goes with the text that it explains. */
const SIZE_TOLERANCE = 0.22

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
  const reach = largest(left.map((word) => word.x1))
  return reach > edge - GUTTER_EM * line.size ? null : { line, left, right }
}

const spacesIn = (words: readonly Word[]): number[] =>
  words.flatMap((word, index) => {
    const above = words[index - 1]
    return above && !word.glued ? [word.x0 - above.x1] : []
  })

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ')

/**
 * Whether the beginnings of lines are those of a column: at its edge and, of wrapped entries, at one indent. Two must
 * stand at the edge, or one that a list mark opens.
 */
const areAligned = (lines: readonly (readonly Word[])[], em: number): boolean => {
  const starts = lines.map((words) => words[0]?.x0 ?? Number.POSITIVE_INFINITY)
  const isNear = (place: number, start: number): boolean => Math.abs(start - place) <= EDGE_TOLERANCE_EM * em
  const edge = smallest(starts)
  const atEdge = lines.filter((_, index) => isNear(edge, starts[index] ?? 0))
  const isBulleted = atEdge.some((words) => startsWithBullet(textOf(words)))
  const opensEntry = (words: readonly Word[]): boolean =>
    isBulleted ? startsWithBullet(textOf(words)) : startsWithListMark(textOf(words))
  const others = lines
    .filter((words) => !atEdge.includes(words) && !opensEntry(words))
    .map((words) => words[0]?.x0 ?? edge)
  const indented = Math.max(
    0,
    ...others.map((place) => others.filter((start) => isNear(place, start)).length),
  )
  const opened = atEdge.length >= 2 || atEdge.some((words) => startsWithListMark(textOf(words)))
  return opened && atEdge.length + indented >= starts.length * ALIGNED_SHARE
}

/** How many lines a column must have to be believed. */
const fewestLines = (lines: readonly (readonly Word[])[]): number => {
  const texts = lines.map(textOf)
  if (texts.some(startsWithBullet)) return FEWEST_WITH_BULLET
  return texts.some(startsWithListMark) ? FEWEST_WITH_DASH : FEWEST_LINES
}

const letters = (words: readonly Word[]): number =>
  words.reduce((sum, word) => sum + (word.text.match(/\p{L}/gu)?.length ?? 0), 0)

/** The rows from a line on, no more than so many, that a gutter runs through. */
const rowsFrom = (
  lines: readonly Line[],
  start: number,
  edge: number,
  endsBlock: (line: Line) => boolean,
  most = Number.POSITIVE_INFINITY,
): Row[] => {
  const rows: Row[] = []
  const { size = 1 } = lines[start] ?? {}
  let usual: number | undefined
  for (let index = start; rows.length < most; index++) {
    const line = lines[index]
    if (!line || Math.abs(line.size / size - 1) > SIZE_TOLERANCE) break
    if (rows.length > 0 && endsBlock(line)) break
    // a block may go on over a page break, behind which distances say nothing
    if (rows.length > 0 && Number.isFinite(line.leading)) {
      if (usual !== undefined && line.leading > Math.max(1, usual) * MAX_LEADING_RATIO) break
      usual = Math.min(usual ?? line.leading, line.leading)
    }
    const row = cut(line, edge)
    if (!row) break
    rows.push(row)
  }
  return rows
}

/** Whether rows are two columns with a gutter between them. */
const isGutter = (rows: readonly Row[], edge: number): boolean => {
  const lefts = rows.map((row) => row.left).filter((words) => words.length > 0)
  const em = median(rows.map((row) => row.line.size))
  const isFurther = (words: readonly Word[]): boolean => (words[0]?.x0 ?? edge) - edge >= NARROWEST_EM * em
  const rights = rows.map((row) => row.right).filter((words) => words.length > 0 && !isFurther(words))
  const fewest = Math.max(fewestLines(lefts), fewestLines(rights))
  if (lefts.length < fewest || rights.length < fewest) return false
  if (lefts.some((words) => words.length > 1 && isLoneListMark(words.at(-1)?.text ?? ''))) return false
  if (lefts.filter((words) => letters(words) >= 3).length * 2 <= lefts.length) return false
  const leftEdge = smallest(lefts.map((words) => words[0]?.x0 ?? edge))
  if (edge - leftEdge < NARROWEST_EM * em || !areAligned(rights, em) || !areAligned(lefts, em)) return false
  const gutter = edge - largest(lefts.map((words) => words.at(-1)?.x1 ?? leftEdge))
  const space = median([...lefts, ...rights].flatMap(spacesIn))
  return gutter >= space * GUTTER_TO_SPACE
}

/**
 * Whether a block may begin at a row: it has both columns; or one of them stands alone at first, a list entry or not at
 * the left edge, until the other begins beside it, on its lines or between them, as entries of unequal height do that
 * are centred on each other.
 */
const opens = (rows: readonly Row[]): boolean => {
  const [first] = rows
  if (!first) return false
  const isBoth = (row: Row): boolean => row.left.length > 0 && row.right.length > 0
  if (isBoth(first)) return true
  const alone = first.left.length > 0 ? 'left' : 'right'
  const other = rows.findIndex((row) => row[alone].length === 0 || isBoth(row))
  const beside = rows[other]
  if (!beside) return false
  if (other > 1 && alone === 'left' && !startsWithListMark(textOf(first.left))) return false
  const between = beside.line.leading < 1 && (other > 1 || alone === 'right' || beside.right.length > 0)
  return between || (isBoth(beside) && (alone === 'right' || startsWithListMark(textOf(first.left))))
}

/** The rows of a block that may begin at a line, up to the last that has words on the right of its gutter; else none. */
const blockRows = (
  lines: readonly Line[],
  start: number,
  edge: number,
  endsBlock: (line: Line) => boolean,
  isFurther: boolean,
): Row[] => {
  if (!isFurther && !opens(rowsFrom(lines, start, edge, endsBlock, 2))) return []
  const rows = rowsFrom(lines, start, edge, endsBlock)
  return rows.slice(0, rows.findLastIndex((row) => row.right.length > 0) + 1)
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
    const rows = blockRows(lines, start, edge, endsBlock, previous !== undefined)
    const between = previous
      ? rows.map((row) => ({ ...row, left: row.left.filter((word) => word.x0 >= previous.edge - 1) }))
      : rows
    if ((previous || opens(rows)) && isGutter(between, edge)) found.push({ edge, height: rows.length })
  }
  const height = Math.max(0, ...found.map((gutter) => gutter.height))
  const block = lines.slice(start, start + height)
  const through = found.filter(({ edge }) => block.every((line) => cut(line, edge) !== null))
  if (through.length === 0) return null
  return {
    edges: [smallest(block.map((line) => line.x0)), ...through.map(({ edge }) => edge)],
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
