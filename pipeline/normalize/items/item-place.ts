import type { PlacedLine } from '../../layout/index.ts'
import { type Place, placeOf } from '../bounding-box.ts'
import type { Note } from '../note.ts'

/** Characters that joining lines may add or take away: the rest stand in the same order in lines and note. */
const LOOSE = /[\s\u00ad‐-]/gu

/** The number of characters of a text without loose ones. */
const length = (text: string): number => text.length - (text.match(LOOSE)?.length ?? 0)

const NOWHERE = { page: null, x0: null, y0: null, x1: null, y1: null } as const

/** The part of a line that its characters `from` to `to` take up, counted without loose ones. */
const partOf = (line: PlacedLine, from: number, to: number): Place => {
  let reach = 0
  const words = line.words.filter((word) => {
    const start = reach
    reach += length(word.text)
    return start < to && reach > from
  })
  const x0 = words.reduce((least, word) => Math.min(least, word.x0), Number.POSITIVE_INFINITY)
  const x1 = words.reduce((most, word) => Math.max(most, word.x1), Number.NEGATIVE_INFINITY)
  return placeOf(words.length === 0 ? line : { ...line, x0, x1 })
}

/** Where a stretch of a note begins on paper: its words on the line on which it begins; nulls without positions. */
export const itemPlace = (note: Note, start: number, end: number): Place | typeof NOWHERE => {
  const entry = note.entries.findLast((candidate) => candidate.start <= start)
  if (!entry) return NOWHERE
  const printed = entry.lines.reduce((sum, line) => sum + length(line.text), 0)
  const mark = Math.max(0, printed - length(note.text.slice(entry.start, entry.end)))
  const from = mark + length(note.text.slice(entry.start, start))
  const to = from + length(note.text.slice(start, end))
  let reach = 0
  for (const line of entry.lines) {
    const first = reach
    reach += length(line.text)
    if (from < reach) return partOf(line, from - first, to - first)
  }
  const last = entry.lines.at(-1)
  return last ? placeOf(last) : NOWHERE
}
