import type { PlacedLine } from '../../layout/index.ts'
import { type Note, type NoteEntry, type Place, placeOf } from '../note.ts'

/** Characters that joining lines may add or take away: the rest stand in the same order in lines and note. */
const LOOSE = /[\s\u00ad‐-]/u

const [FULL_STOP, TILDE] = [0x2e, 0x7e] as const

/** Most characters are plain ones, and a comparison is far cheaper than a pattern. */
const isLoose = (text: string, offset: number): boolean => {
  const unit = text.charCodeAt(offset)
  return !(unit >= FULL_STOP && unit <= TILDE) && LOOSE.test(text.charAt(offset))
}

/** How many characters without loose ones stand before each offset of a text, its end included. */
const reachOf = (text: string): Uint32Array => {
  const reach = new Uint32Array(text.length + 1)
  let before = 0
  for (let offset = 0; offset < text.length; offset++) {
    if (!isLoose(text, offset)) before++
    reach[offset + 1] = before
  }
  return reach
}

/** The number of characters of a text without loose ones. */
const length = (text: string): number => {
  let count = 0
  for (let offset = 0; offset < text.length; offset++) if (!isLoose(text, offset)) count++
  return count
}

/** Texts that stand one behind the other: how far each reaches, in characters without loose ones. */
const endsOf = (texts: readonly { readonly text: string }[]): number[] => {
  let reach = 0
  return texts.map(({ text }) => {
    reach += length(text)
    return reach
  })
}

/** The place of the first of rising numbers that is above one; their count where none is. */
const firstAbove = (rising: readonly number[], bound: number): number => {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? 0) > bound) high = middle
    else low = middle + 1
  }
  return low
}

const NOWHERE = { page: null, x0: null, y0: null, x1: null, y1: null } as const

/** Where a stretch of a note begins on paper: its words on the line on which it begins; nulls without positions. */
export type FindPlace = (start: number, end: number) => Place | typeof NOWHERE

/** Finds the part of a line that its characters `from` to `to` take up, counted without loose ones. */
const partsOf = (line: PlacedLine): ((from: number, to: number) => Place) => {
  const ends = endsOf(line.words)
  return (from, to) => {
    const first = firstAbove(ends, from)
    const behind = Math.max(first, firstAbove(ends, to - 1) + 1)
    const words = from < to ? line.words.slice(first, behind) : []
    const x0 = words.reduce((least, word) => Math.min(least, word.x0), Number.POSITIVE_INFINITY)
    const x1 = words.reduce((most, word) => Math.max(most, word.x1), Number.NEGATIVE_INFINITY)
    return placeOf(words.length === 0 ? line : { ...line, x0, x1 })
  }
}

/** Finds stretches of an entry, by the characters of its note that stand before them. */
const placesOfEntry = (entry: NoteEntry, reach: Uint32Array) => {
  const before = (offset: number): number => reach[offset] ?? 0
  const ends = endsOf(entry.lines)
  const mark = Math.max(0, (ends.at(-1) ?? 0) - (before(entry.end) - before(entry.start)))
  const parts = new Map<PlacedLine, ReturnType<typeof partsOf>>()
  return (start: number, end: number): Place | typeof NOWHERE => {
    const from = mark + before(start) - before(entry.start)
    const index = firstAbove(ends, from)
    const line = entry.lines[index]
    if (line === undefined) {
      const last = entry.lines.at(-1)
      return last ? placeOf(last) : NOWHERE
    }
    const partOf = parts.get(line) ?? partsOf(line)
    parts.set(line, partOf)
    const first = ends[index - 1] ?? 0
    return partOf(from - first, from - first + before(end) - before(start))
  }
}

/** Finds stretches of a note; however many are asked for, its words are counted once. */
export const placesIn = (note: Note): FindPlace => {
  const reach = reachOf(note.text)
  const starts = note.entries.map((entry) => entry.start)
  const begun = new Map<NoteEntry, ReturnType<typeof placesOfEntry>>()
  return (start, end) => {
    const entry = note.entries[firstAbove(starts, start) - 1]
    if (!entry) return NOWHERE
    const find = begun.get(entry) ?? placesOfEntry(entry, reach)
    begun.set(entry, find)
    return find(start, end)
  }
}
