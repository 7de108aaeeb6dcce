import { type PlacedLine, withoutLeadingMarks, withoutListMark } from '../layout/index.ts'
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
