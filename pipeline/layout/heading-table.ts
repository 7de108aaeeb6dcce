import { cutLine, findSegments, type Line, makePart, opensNumbered } from './line.ts'
import { readStretches, respace } from './stretches.ts'

/** How far, in em, the lines of the column of text beside headings may begin from its edge. */
const TEXT_TOLERANCE_EM = 1.1

/** Space, in em, between a heading and the text beside it. */
const MIN_GAP_EM = 0.9

/** The lines of one heading are no further apart than this, in em. */
const MAX_LEADING_EM = 1.8

/** This many headings, and this share of all, have their text beside them in a table of headings and text. */
const MIN_HEADINGS = 3
const MIN_HEADINGS_SHARE = 0.5

/** More headings than this are not compared. */
const MAX_HEADINGS = 500

/**
 * The left edge of the column of text, where the headings of a document are in a column, or in two, of their own: the
 * rightmost place at which most have something beside them.
 */
const findTextEdge = (lines: readonly Line[]): number | null => {
  const headings = lines
    .filter(opensNumbered)
    .map((line) => ({
      em: line.size,
      places: findSegments(line)
        .slice(1)
        .map(({ x0 }) => x0),
    }))
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
  if (reach > edge || start - reach < MIN_GAP_EM * line.size) return null
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

/** The lines of a table row by row: a heading, then the text beside it. Text above all headings comes first. */
const readTable = (table: readonly TableLine[]): readonly Line[] => {
  const rows: { readonly heading: Line[]; readonly text: Line[] }[] = [{ heading: [], text: [] }]
  for (const { heading, text, opens } of table) {
    if (opens) rows.push({ heading: [], text: [] })
    if (heading) rows.at(-1)?.heading.push(heading)
    if (text) rows.at(-1)?.text.push(text)
  }
  return rows.flatMap(({ heading, text }) => [...heading, ...respace(text)])
}
