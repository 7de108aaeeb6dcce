import type { Gutters } from './gutters.ts'
import { type Line, segmentsOf } from './line.ts'
import type { Word } from './word.ts'

/** The words that the labels of the two background figures begin with. */
const LABEL_WORDS = [
  ['total', 'population'],
  ['internet', 'users'],
] as const

/** How far, in em, the lines of a column may begin from its edge. */
const EDGE_TOLERANCE_EM = 0.2

/** A figure with its label and source takes up so many lines at most. */
const MOST_LINES = 8

/** The lines of a figure stand no further apart than this, in em. */
const MOST_LEADING = 3

/** The words of a line that labels begin with. */
const labelStarts = (line: Line): readonly Word[] =>
  line.words.filter((word, index) =>
    LABEL_WORDS.some(
      ([first, second]) =>
        word.text.toLowerCase() === first &&
        line.words[index + 1]?.text.toLowerCase().startsWith(second) === true,
    ),
  )

/** Where the second label of a line begins that has both. */
const secondLabel = (line: Line): number | null => {
  const starts = labelStarts(line)
  return starts.length === 2 ? (starts[1]?.x0 ?? null) : null
}

const beginsWithLabel = (line: Line): boolean => {
  const starts = labelStarts(line)
  return starts.length === 1 && starts[0] === line.words[0]
}

const crosses = (line: Line, edge: number): boolean =>
  line.words.some((word) => word.x0 < edge - EDGE_TOLERANCE_EM * line.size && word.x1 > edge)

const beginsAt = (line: Line, edge: number): boolean =>
  line.words.some((word) => Math.abs(word.x0 - edge) <= EDGE_TOLERANCE_EM * line.size)

/**
 * The two columns in which the background figures stand, however narrow the gutter: a line has both labels, no word
 * below crosses from the one to the other, and a line below begins again under the second.
 * @param endsBlock whether a line can be in no column
 */
export const labelColumnsAt = (
  lines: readonly Line[],
  start: number,
  endsBlock: (line: Line) => boolean,
): Gutters | null => {
  const opening = lines[start]
  const edge = opening ? secondLabel(opening) : null
  if (!opening || edge === null) return null
  const rest = lines.slice(start + 1, start + MOST_LINES)
  const end = rest.findIndex(
    (line) =>
      line.page !== opening.page || line.leading > MOST_LEADING || endsBlock(line) || crosses(line, edge),
  )
  const below = end === -1 ? rest : rest.slice(0, end)
  const height = below.findLastIndex((line) => beginsAt(line, edge)) + 2
  return height < 2 ? null : { edges: [opening.x0, edge], height }
}

/** Whether a line close to another begins with a label at the same place. */
const hasFellow = (lines: readonly Line[], start: number): boolean => {
  const line = lines[start]
  return lines
    .slice(Math.max(0, start - MOST_LINES), start + MOST_LINES)
    .some(
      (other) =>
        line !== undefined &&
        other !== line &&
        other.page === line.page &&
        beginsWithLabel(other) &&
        Math.abs(other.x0 - line.x0) <= EDGE_TOLERANCE_EM * line.size,
    )
}

/**
 * The two columns of one row of a table that has the labels of the background figures on the left, under each other,
 * and their values on the right: down to the next label.
 * @param endsBlock whether a line can be in no column
 */
export const labelRowAt = (
  lines: readonly Line[],
  start: number,
  endsBlock: (line: Line) => boolean,
): Gutters | null => {
  const opening = lines[start]
  const [label, value, ...more] = opening ? segmentsOf(opening) : []
  if (!opening || !label || !value || more.length > 0) return null
  if (!beginsWithLabel(opening) || !hasFellow(lines, start)) return null
  const rest = lines.slice(start + 1, start + MOST_LINES)
  const end = rest.findIndex(
    (line) =>
      line.page !== opening.page ||
      line.leading > MOST_LEADING ||
      endsBlock(line) ||
      beginsWithLabel(line) ||
      crosses(line, value.x0),
  )
  return { edges: [opening.x0, value.x0], height: 1 + (end === -1 ? rest.length : end) }
}
