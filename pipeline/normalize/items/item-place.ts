import type { PlacedLine } from '../../layout/index.ts'
import { locateLine, type Note, type NoteEntry, type Place } from '../note.ts'
import { findFirstAbove } from './mentions.ts'

/** Characters that joining lines may add or remove; all others keep their order from lines to note. */
const LOOSE = /[\s\u00ad‐-]/u

/** Number of characters, loose ones excluded, before each offset of a text, its end included. */
const countBefore = (text: string): Uint32Array => {
  const counts = new Uint32Array(text.length + 1)
  let count = 0
  for (let offset = 0; offset < text.length; offset++) {
    if (!LOOSE.test(text.charAt(offset))) count++
    counts[offset + 1] = count
  }
  return counts
}

/** A word of a line, and how many characters of its entry are before it and its end. */
interface PlacedWord {
  readonly line: PlacedLine
  readonly x0: number
  readonly x1: number
  readonly from: number
  readonly to: number
}

const placeWords = (lines: readonly PlacedLine[]): PlacedWord[] => {
  let to = 0
  return lines.flatMap((line) =>
    (line.words.length > 0 ? line.words : [line]).map(({ text, x0, x1 }) => {
      const from = to
      to += countBefore(text).at(-1) ?? 0
      return { line, x0, x1, from, to }
    }),
  )
}

const NOWHERE = { page: null, x0: null, y0: null, x1: null, y1: null } as const

/** Box of the words of a stretch of a note on its first line; nulls without positions. */
type FindPlace = (start: number, end: number) => Place | typeof NOWHERE

/** Finds stretches of a note; however many are asked for, its words are counted once. */
export const placesIn = (note: Note): FindPlace => {
  const counts = countBefore(note.text)
  const count = (from: number, to: number): number => (counts[to] ?? 0) - (counts[from] ?? 0)
  const wordsByEntry = new Map<NoteEntry, readonly PlacedWord[]>()
  return (start, end) => {
    const entry = note.entries[findFirstAbove(note.entries, start, (candidate) => candidate.start) - 1]
    if (!entry) return NOWHERE
    const words = wordsByEntry.get(entry) ?? placeWords(entry.lines)
    wordsByEntry.set(entry, words)
    // the list mark of the entry is in its lines, not in its stretch of the note
    const mark = Math.max(0, (words.at(-1)?.to ?? 0) - count(entry.start, entry.end))
    const from = mark + count(entry.start, start)
    const first = Math.min(
      findFirstAbove(words, from, ({ to }) => to),
      words.length - 1,
    )
    const line = words[first]?.line
    if (!line) return NOWHERE
    let behind = first + 1
    while (words[behind]?.line === line && (words[behind]?.from ?? 0) < from + count(start, end)) behind++
    const own = words.slice(first, behind)
    const [x0, x1] = [Math.min(...own.map((word) => word.x0)), Math.max(...own.map((word) => word.x1))]
    return locateLine({ ...line, x0, x1 })
  }
}
