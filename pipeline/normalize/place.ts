import type { Line, PlacedLine } from '../layout/index.ts'
import { findFirstAbove } from './items/mentions.ts'

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

/** Where the words of a note are, so that the place of a name can be found later. */
export interface NoteWords {
  readonly section_code: string
  readonly lines: readonly Place[]
  /** Each word: the number of letters and digits up to its end, its line, its left and right edge. */
  readonly words: readonly (readonly [end: number, line: number, x0: number | null, x1: number | null])[]
}

const NOT_LETTERS = /[^\p{L}\p{N}]+/gu

/** The letters and digits of a text, in which a note agrees with its lines whatever joins them. */
export const toLetters = (text: string): string => text.replace(NOT_LETTERS, '')

/** The words of lines; where these have no positions, each line counts as one word. */
export const readNoteWords = (section_code: string, lines: readonly PlacedLine[]): NoteWords => {
  let end = 0
  const words = lines.flatMap((line, index) =>
    (line.unit === 'point' ? line.words : [line]).map((word) => {
      const { x0, x1 } = locateLine(line, word)
      end += toLetters(word.text).length
      return [end, index, x0, x1] as const
    }),
  )
  return { section_code, lines: lines.map((line) => locateLine(line)), words }
}

/**
 * Makes a function that finds the box of the words of a stretch of a note on its first line; nulls without positions.
 * Stretches in order of their starts are found fast.
 */
export const makePlaceFinder = (note: string, { lines, words }: NoteWords) => {
  // letters that mark the first entry of a list are in the lines, not in the note
  const marks = Math.max(0, (words.at(-1)?.[0] ?? 0) - toLetters(note).length)
  let [read, from] = [0, marks]
  return (start: number, end: number) => {
    if (start < read) [read, from] = [0, marks]
    from += toLetters(note.slice(read, start)).length
    read = start
    const to = from + toLetters(note.slice(start, end)).length
    const first = findFirstAbove(words, from, (word) => word[0])
    const [, line = -1, x0 = null] = words[first] ?? []
    const place = lines[line]
    if (!place) return { page: null, x0: null, y0: null, x1: null, y1: null }
    let last = first
    while (words[last + 1]?.[1] === line && (words[last]?.[0] ?? to) < to) last++
    const x1 = words[last]?.[3] ?? null
    return place.x0 === null || x0 === null || x1 === null ? place : { ...place, x0, x1 }
  }
}
