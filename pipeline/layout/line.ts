import { PARENT_HEADINGS } from '../../schemas/index.ts'
import type { Page, TextRun } from '../extract/index.ts'
import type { Box } from '../io/geometry.ts'
import { largest, smallest } from '../io/numbers.ts'
import { isLoneListMark, startsWithListMark } from './list-mark.ts'
import { findWords, joinWords, type Word } from './word.ts'

/** Words on one baseline, or the part of it that lies in one column, with the box round them. */
export interface Line extends Box {
  readonly text: string
  readonly words: readonly Word[]
  /** Page, counted from 1. */
  readonly page: number
  readonly unit: Page['unit']
  readonly derivation: Page['derivation']
  readonly baseline: number
  /** The largest font size on the line. */
  readonly size: number
  /** Whether most of its letters are bold. */
  readonly bold: boolean
  /** Distance of its baseline from that of the line above, in em; infinite for the first line of a page. */
  readonly leading: number
}

/** Words of a line that are side by side with no more than word spaces between them. */
export type Segment = Pick<Line, 'words' | 'x0' | 'x1'>

/** Share of an em that glyphs of text fonts rise above and hang below the baseline. */
export const ASCENT = 0.75
export const DESCENT = 0.25

/** A gap of this many em separates two segments; spaces of ordinary justified text are smaller. */
const SEGMENT_GAP_EM = 0.9

/** A list mark is set off from its entry by up to this many em. */
const MARK_GAP_EM = 3

/** Part of the smaller of two runs that must lie beside the other for both to be on one line. */
const SAME_LINE_OVERLAP = 0.5

/** Text over text of another baseline by more than this, in em, is on a line of its own, as a form field is. */
const OVERPRINT_EM = 1
const OTHER_BASELINE_EM = 0.15

/** Of more runs in a row it is not asked whether they overlap. */
const MAX_COMPARED_RUNS = 60

/** A run is compared with this many of the rows above it. */
const MAX_COMPARED_ROWS = 12

interface Row {
  /** The largest run, whose baseline is that of the row. */
  main: TextRun
  readonly runs: TextRun[]
}

const measureOverlap = (run: TextRun, { main }: Row): number => {
  const shared = Math.min(run.y + run.size * ASCENT, main.y + main.size * ASCENT) - Math.max(run.y, main.y)
  return shared / (Math.min(run.size, main.size) * ASCENT)
}

const isPrintedOver = (run: TextRun, { runs }: Row): boolean =>
  runs.length <= MAX_COMPARED_RUNS &&
  runs.some(
    (other) =>
      Math.abs(other.y - run.y) > OTHER_BASELINE_EM * run.size &&
      Math.min(other.x + other.width, run.x + run.width) - Math.max(other.x, run.x) > OVERPRINT_EM * run.size,
  )

/** Groups runs by baseline; a raised or lowered smaller run (a superscript) joins the line that it touches. */
const findRows = (runs: readonly TextRun[]): readonly Row[] => {
  const rows: Row[] = []
  for (const run of runs.toSorted((above, below) => below.y - above.y)) {
    const [best] = rows
      .slice(-MAX_COMPARED_ROWS)
      .map((row) => ({ row, overlap: measureOverlap(run, row) }))
      .filter(({ row, overlap }) => overlap > SAME_LINE_OVERLAP && !isPrintedOver(run, row))
      .toSorted((one, other) => other.overlap - one.overlap)
    if (!best) rows.push({ main: run, runs: [run] })
    else {
      best.row.runs.push(run)
      if (run.size > best.row.main.size) best.row.main = run
    }
  }
  return rows.toSorted((above, below) => below.main.y - above.main.y)
}

type LinePlace = Pick<Line, 'page' | 'unit' | 'derivation' | 'baseline' | 'leading'>

/** A line of words, at a place or at that of another line, of which it is a part. */
export const makeLine = (words: readonly Word[], place: LinePlace): Line => {
  const size = largest(words.map((word) => word.size))
  const letters = (list: readonly Word[]): number => list.reduce((sum, word) => sum + word.text.length, 0)
  return {
    ...place,
    text: joinWords(words),
    words,
    x0: smallest(words.map((word) => word.x0)),
    x1: largest(words.map((word) => word.x1)),
    y0: place.baseline - size * DESCENT,
    y1: place.baseline + size * ASCENT,
    size,
    bold: letters(words.filter((word) => word.bold)) * 2 > letters(words),
  }
}

/** The lines of a page from top to bottom, across all its columns. */
export const findLines = (page: Page): Line[] => {
  const lines: Line[] = []
  let above: number | undefined
  for (const row of findRows(page.runs)) {
    const words = findWords(row.runs)
    if (words.length === 0) continue
    const size = largest(words.map((word) => word.size))
    const leading = above === undefined ? Number.POSITIVE_INFINITY : (above - row.main.y) / size
    const { number, unit, derivation } = page
    lines.push(makeLine(words, { page: number, unit, derivation, baseline: row.main.y, leading }))
    above = row.main.y
  }
  return lines
}

/** Some words of a line as a line of its own; null for an empty list. */
export const makePart = (words: readonly Word[], line: Line): Line | null =>
  words.length === 0 ? null : makeLine(words, line)

/** The words of a line left and right of an edge. */
export interface CutLine {
  readonly left: readonly Word[]
  readonly right: readonly Word[]
  /** Right end of the left part; -Infinity if it is empty. */
  readonly reach: number
  /** Left end of the right part; Infinity if it is empty. */
  readonly start: number
}

/** A line cut at an edge, before which the words on its right may begin by a tolerance in em. */
export const cutLine = (line: Line, edge: number, toleranceEm: number): CutLine => {
  const inset = edge - toleranceEm * line.size
  const left: Word[] = []
  const right: Word[] = []
  let [reach, start] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const word of line.words) {
    if (word.x0 < inset) {
      left.push(word)
      reach = Math.max(reach, word.x1)
    } else {
      right.push(word)
      start = Math.min(start, word.x0)
    }
  }
  return { left, right, reach, start }
}

/** Whether some words begin with a list mark, which may be a word itself. */
export const isMarked = (words: readonly Word[]): boolean =>
  startsWithListMark(
    words
      .slice(0, 2)
      .map(({ text }) => text)
      .join(' '),
  )

/** The segments of a line, from left to right. */
export const findSegments = (line: Line): Segment[] => {
  const groups: Word[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const word of line.words) {
    const group = groups.at(-1)
    const afterMark = group?.length === 1 && group[0] !== undefined && isLoneListMark(group[0].text)
    const gap = (afterMark ? MARK_GAP_EM : SEGMENT_GAP_EM) * line.size
    if (group && word.x0 - reach < gap) group.push(word)
    else groups.push([word])
    reach = word.x1
  }
  return groups.map((words) => ({
    words,
    x0: words[0]?.x0 ?? line.x0,
    x1: words.at(-1)?.x1 ?? line.x1,
  }))
}

/** A numbered heading never belongs to a column. */
const OUTLINE_NUMBER = /^-?\s*\d(?:\s?\.\s?\d){1,2}\.?\s*(?=[A-Z]{2})|^\d\.\s+[A-Z]{4}/

/** An outline number and a name in letters of any case, which are a heading where they are bold. */
const OUTLINE_NAME = /^\d(?:\s?\.\s?\d){1,2}\.?\s+[A-Z]/

const chapters = Object.entries(PARENT_HEADINGS).filter(([code]) => code.length === 1)

/** The number and the name of a chapter, in letters of any case. */
const CHAPTER = new RegExp(`^(?:${chapters.map(([code, name]) => `${code}\\.?\\s+${name}`).join('|')})$`, 'i')

/** What a heading without a number looks like where it is bold: a few words in capitals. */
const CAPITALS = /^\p{Lu}[\p{Lu}\s&/’'(),-]{3,60}$/u

/** Whether a line looks like a heading with a number. */
export const opensNumbered = ({ text, bold, words }: Line): boolean =>
  OUTLINE_NUMBER.test(text) ||
  CHAPTER.test(text) ||
  ((bold || words[0]?.bold === true) && OUTLINE_NAME.test(text))

/** Whether a line looks like a heading, which never belongs to a column. */
export const opensSection = (line: Line): boolean =>
  opensNumbered(line) || (line.bold && CAPITALS.test(line.text) && findSegments(line).length === 1)
