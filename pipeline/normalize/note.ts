import { type Line, type PlacedLine, withoutLeadingMarks, withoutListMark } from '../layout/index.ts'
import { joinLines, splitEntries, type Vocabulary } from '../parse/index.ts'

/** One entry of a note: where its words are in the note, and the lines that they come from. */
export interface NoteEntry {
  /** Offsets into the note's text, list mark left out. */
  readonly start: number
  readonly end: number
  readonly marked: boolean
  readonly lines: readonly PlacedLine[]
}

/** A note as it is published, with its entries. */
export interface Note {
  readonly text: string
  readonly entries: readonly NoteEntry[]
}

/**
 * The published text of a note: its lines joined, the list mark at its very beginning taken off (a cell that begins
 * with `-` or `=` is a formula to a spreadsheet), later marks kept as printed.
 */
export const makeNote = (lines: readonly PlacedLine[], vocabulary: Vocabulary): Note => {
  let text = ''
  const entries: NoteEntry[] = []
  for (const entry of splitEntries(lines)) {
    const printed = joinLines(entry.lines, vocabulary)
    const first = text === ''
    const words = first ? withoutLeadingMarks(printed) : entry.marked ? withoutListMark(printed) : printed
    if (words === '') continue
    text = first ? words : `${text} ${printed}`
    const marked = entry.marked || (first && words !== printed)
    entries.push({ start: text.length - words.length, end: text.length, marked, lines: entry.lines })
  }
  return { text, entries }
}

/** A place on a page, in PDF points from its bottom left corner; nulls where the source has no positions. */
export type Place = { readonly page: number } & (
  | { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  | { readonly x0: null; readonly y0: null; readonly x1: null; readonly y1: null }
)

/** Hundredths of a point are finer than any page shows; what hangs over the left or lower edge begins at it. */
const round = (value: number): number => Math.max(0, Math.round(value * 100) / 100)

/** The place of a line, or of one of its words. */
export const locateLine = (line: Line, { x0, x1 }: Pick<Line, 'x0' | 'x1'> = line): Place =>
  line.unit === 'point'
    ? { page: line.page, x0: round(x0), y0: round(line.y0), x1: round(x1), y1: round(line.y1) }
    : { page: line.page, x0: null, y0: null, x1: null, y1: null }
