import { findMedian, largest, smallest } from '../io/numbers.ts'
import { type ColumnEdges, WORD_TOLERANCE_EM } from './column-edges.ts'
import { type CutLine, cutLine, isMarked, type Line, opensSection } from './line.ts'
import { isLoneListMark } from './list-mark.ts'
import type { Word } from './word.ts'

/** A gutter is at least this wide, in em. */
const MIN_GUTTER_EM = 0.6

/** Before list marks that begin a column on this many lines at least, a gutter may be as narrow as this, in em. */
const MIN_MARK_GUTTER_EM = 0.15
const MIN_MARKS = 2
const AT_EDGE_EM = 0.05

/** How much wider a gutter is than the spaces between the words beside it. */
const MIN_GUTTER_TO_SPACE = 1.8

/** Lines on each side of a gutter; fewer do where list marks open the columns. */
const MIN_LINES = 3
const MIN_LINES_WITH_MARK = 2

/** A column is at least this wide, in em: less is the room of list marks or of an indent. */
const MIN_COLUMN_EM = 5

/** This share of the lines of a column begin at its edge or at one indent. */
const ALIGNED_SHARE = 0.9

/** The edge of each column is searched in this many lines of a block: the first may be indented. */
const EDGE_LINES = 12

type Words = readonly Word[]

interface Row extends CutLine {
  readonly line: Line
  /** Whether the words beside the gutter, if both sides have some, are further apart than those of prose. */
  readonly isWide: boolean
}

/** The right edge of a gutter, and how wide that is at least, in em. */
interface Edge {
  readonly edge: number
  readonly gapEm: number
}

/** A line cut at the right edge of a gutter; null if a word is in the gutter. */
const makeRow = (line: Line, { edge, gapEm }: Edge): Row | null => {
  const cut = cutLine(line, edge, WORD_TOLERANCE_EM)
  const isWide = cut.reach <= Math.max(edge, cut.start) - MIN_GUTTER_EM * line.size
  const isAtEdge = Math.abs(cut.start - edge) <= AT_EDGE_EM * line.size
  const isClear = cut.reach <= edge - gapEm * line.size && (isWide || isAtEdge)
  return isClear ? { line, ...cut, isWide } : null
}

/** The spaces between neighbouring words. */
export const measureSpaces = (words: Words): readonly number[] =>
  words.flatMap((word, index) => {
    const before = words[index - 1]
    return before && !word.joined ? [word.x0 - before.x1] : []
  })

const findStart = (words: Words): number => words[0]?.x0 ?? Number.POSITIVE_INFINITY

/** Whether the beginnings of lines are those of a column: at its edge and, of wrapped entries, at one indent. */
const areAligned = (lines: readonly Words[], em: number): boolean => {
  const isNear = (place: number, start: number): boolean => Math.abs(start - place) <= WORD_TOLERANCE_EM * em
  const edge = smallest(lines.map(findStart))
  const atEdge = lines.filter((words) => isNear(edge, findStart(words)))
  const indents = lines.filter((words) => !isNear(edge, findStart(words)) && !isMarked(words)).map(findStart)
  const indented = largest([
    0,
    ...indents.map((place) => indents.filter((start) => isNear(place, start)).length),
  ])
  return atEdge.length + indented >= lines.length * ALIGNED_SHARE
}

/** The rows from a line on, at most `count`, through which a gutter runs. */
const findRows = (
  lines: readonly Line[],
  start: number,
  edge: Edge,
  count = lines.length,
): readonly Row[] => {
  const rows: Row[] = []
  for (const line of lines.slice(start, start + count)) {
    const row = rows.length > 0 && opensSection(line) ? null : makeRow(line, edge)
    // the words of a line of prose may part where the columns above it do, on a grid often
    const isRest = line.unit === 'point' && (rows.at(-1)?.right.length ?? 0) > 0
    const continues = row?.isWide || (row && isMarked(row.right)) || isRest
    if (!row || !continues) break
    rows.push(row)
  }
  return rows
}

/** Whether list marks open the right column, rather than lines whose words before a dash have the same width. */
const areMarksAside = (rows: readonly Row[], em: number): boolean =>
  rows.filter(({ right: [first] }) => first && isLoneListMark(first.text)).length >= MIN_MARKS &&
  rows.some(({ reach, start }) => Number.isFinite(reach + start) && start - reach >= MIN_GUTTER_EM * em)

/** Whether rows are two columns with a gutter between them. */
const isGutter = (rows: readonly Row[], edge: number): boolean => {
  const em = findMedian(rows.map(({ line }) => line.size)) ?? 0
  const lefts = rows.map(({ left }) => left).filter((words) => words.length > 0)
  const rights = rows
    .map(({ right }) => right)
    .filter((words) => words.length > 0 && findStart(words) - edge < MIN_COLUMN_EM * em)
  const needed = lefts.some(isMarked) && rights.some(isMarked) ? MIN_LINES_WITH_MARK : MIN_LINES
  if (lefts.length < needed || rights.length < needed) return false
  const isWide = edge - smallest(lefts.map(findStart)) >= MIN_COLUMN_EM * em
  if (!isWide || !areAligned(rights, em) || !areAligned(lefts, em)) return false
  if (areMarksAside(rows, em)) return true
  const gutter = edge - largest(rows.map(({ reach }) => reach))
  const space = findMedian([...lefts, ...rights].flatMap(measureSpaces)) ?? 0
  return gutter >= Math.max(MIN_GUTTER_EM * em, MIN_GUTTER_TO_SPACE * space)
}

const hasWords = (words: Words = []): boolean => words.length > 0

/** Whether a block may begin at a row: it has both columns, or one, in the left a list entry, and the next has the other. */
const opensBlock = ([first, second]: readonly Row[]): boolean =>
  hasWords(first?.right)
    ? hasWords(first?.left) || hasWords(second?.left)
    : hasWords(second?.right) && isMarked(first?.left ?? [])

/** Where a column could begin: at a list mark, and in print behind a gap or where a line begins. */
const findCandidates = (lines: readonly Line[], start: number): readonly Edge[] => {
  const gaps = new Map<number, number>()
  for (const { words, size, unit } of lines.slice(start, start + EDGE_LINES)) {
    let reach = Number.NEGATIVE_INFINITY
    for (const { text, x0, x1 } of words) {
      const isMark = Number.isFinite(reach) && isLoneListMark(text)
      const gapEm = isMark ? MIN_MARK_GUTTER_EM : MIN_GUTTER_EM
      const isApart = x0 - reach >= gapEm * size
      if (isApart && (unit === 'point' || isMark)) gaps.set(x0, Math.min(gapEm, gaps.get(x0) ?? gapEm))
      reach = x1
    }
  }
  return Array.from(gaps, ([edge, gapEm]) => ({ edge, gapEm })).toSorted(
    (one, other) => one.edge - other.edge,
  )
}

/**
 * The columns from a line on that a gutter parts through several lines, however narrow it is and whether or not their
 * lines are level: those of justified text, which no wide gap shows.
 */
export const findGutters = (lines: readonly Line[], start: number): ColumnEdges | null => {
  const opening = lines[start]
  if (!opening || opensSection(opening)) return null
  const found: (Edge & { readonly height: number })[] = []
  for (const candidate of findCandidates(lines, start)) {
    const previous = found.at(-1)
    if (previous && candidate.edge - previous.edge < MIN_COLUMN_EM * opening.size) continue
    if (!previous && !opensBlock(findRows(lines, start, candidate, 2))) continue
    const all = findRows(lines, start, candidate)
    const rows = all.slice(0, all.findLastIndex((row) => row.right.length > 0) + 1)
    const between = rows.map((row) => ({
      ...row,
      left: row.left.filter((word) => !previous || word.x0 >= previous.edge - 1),
    }))
    if (isGutter(between, candidate.edge)) found.push({ ...candidate, height: rows.length })
  }
  const height = largest([0, ...found.map((gutter) => gutter.height)])
  const block = lines.slice(start, start + height)
  const through = found.filter((gutter) => block.every((line) => makeRow(line, gutter)))
  if (through.length === 0) return null
  const edges = [smallest(block.map((line) => line.x0)), ...through.map(({ edge }) => edge)]
  return { edges, height, gapEm: smallest(through.map(({ gapEm }) => gapEm)) }
}
