import type { Gutters } from './gutters.ts'
import type { Line } from './line.ts'

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

/** Where the second label of a line begins that has both. */
const secondLabel = (line: Line): number | null => {
  const starts = line.words.filter((word, index) =>
    LABEL_WORDS.some(
      ([first, second]) =>
        word.text.toLowerCase() === first &&
        line.words[index + 1]?.text.toLowerCase().startsWith(second) === true,
    ),
  )
  return starts.length === 2 ? (starts[1]?.x0 ?? null) : null
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
