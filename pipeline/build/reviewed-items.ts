import {
  type Item,
  listUnknownNames,
  REVIEWED_ITEM_COLUMNS,
  type ReviewedItem,
  reviewedItem,
  sectionByCode,
} from '../../schemas/index.ts'
import { at } from '../io/at.ts'
import { parseCsv } from '../io/csv-file.ts'
import { fingerprintNote } from '../io/note-fingerprint.ts'
import { readInputFile } from '../io/regular-file.ts'
import type { DocumentRows } from '../normalize/index.ts'
// from their own files, so that a build does not load what reads documents in other processes
import { identifyBodies } from '../normalize/items/own-bodies.ts'
import { makePlaceFinder, toLetters } from '../normalize/place.ts'

/** What a person found in notes, by country, section and fingerprint of the note. */
export type ReviewedItems = ReadonlyMap<string, readonly ReviewedItem[]>

const makeKey = (country: string, section: string, note: string): string =>
  `${country.toUpperCase()} ${section} ${note}`

/**
 * The reviewed items that a CSV text lists. The words of a note and its country decide, not the file that it was read
 * from: another rendering or edition with the same words was read too.
 * @throws Error that names the line
 */
export const parseReviewedItems = (text: string): ReviewedItems =>
  Map.groupBy(
    parseCsv(text, REVIEWED_ITEM_COLUMNS, reviewedItem).map(({ row }) => row),
    (row) => makeKey(row.document.slice(0, 3), row.section_code, row.note),
  )

/** @throws CliError that names the file and the line */
export const readReviewedItems = (path: string): Promise<ReviewedItems> =>
  readInputFile(path, 'file of reviewed items', parseReviewedItems)

/** The letters and digits of a note in lower case, and where in the note each begins and ends. */
const listLetters = (note: string) => {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: word, index } of note.matchAll(/[\p{L}\p{N}]+/gu)) {
    let start = index
    for (const sign of word) {
      const lower = sign.toLowerCase()
      text += lower
      // some capitals have two letters in lower case, and some letters two code units
      for (let unit = 0; unit < lower.length; unit++) {
        starts.push(start)
        ends.push(start + sign.length)
      }
      start += sign.length
    }
  }
  return { text, starts, ends }
}

/** Finds a name in a note by its letters and digits, at or behind an offset, else anywhere. */
const findName = ({ text, starts, ends }: ReturnType<typeof listLetters>, name: string, offset: number) => {
  const letters = toLetters(name).toLowerCase()
  let first: { readonly start: number; readonly end: number } | undefined
  if (letters === '') return first
  for (let from = text.indexOf(letters); from >= 0; from = text.indexOf(letters, from + 1)) {
    const [start, end] = [at(starts, from), at(ends, from + letters.length - 1)]
    if (ends[from - 1] === start || starts[from + letters.length] === end) continue
    if (start >= offset) return { start, end }
    first ??= { start, end }
  }
  return first
}

/** Puts what a person found in place of what the rules found, for the notes that were read. */
export const reviewItems = (rows: DocumentRows, reviewed: ReviewedItems): DocumentRows => {
  const { document, indicators } = rows
  const notes = indicators.map((indicator) => {
    const key = makeKey(document.country_code, indicator.section_code, fingerprintNote(indicator.note))
    return { indicator, entries: reviewed.get(key) }
  })
  if (notes.every(({ entries }) => entries === undefined)) return { ...rows, noteWords: [] }
  const items = notes.flatMap(({ indicator, entries }): readonly Item[] => {
    const { section_code, note } = indicator
    const section = sectionByCode(section_code)
    if (!entries || !section || note === null)
      return rows.items.filter((item) => item.section_code === section_code)
    const words = rows.noteWords.find((candidate) => candidate.section_code === section_code)
    const findPlace = words && makePlaceFinder(note, words)
    const noteLetters = listLetters(note)
    let offset = 0
    return entries
      .filter((entry) => entry.kind !== '')
      .map(({ document: _, note: __, ...entry }, index) => {
        const found = findName(noteLetters, entry.text, offset)
        offset = found?.end ?? offset
        const place = found && findPlace?.(found.start, found.end)
        return {
          document_id: document.document_id,
          country: document.country,
          country_code: document.country_code,
          indicator: section.indicator,
          section: section.name,
          source_date: document.source_date,
          item_no: index + 1,
          ...entry,
          confidence: 'reviewed',
          derivation: 'reviewed',
          ...(place ?? { page: indicator.page, x0: null, y0: null, x1: null, y1: null }),
        }
      })
  })
  const review = rows.review.flatMap((row) => {
    const own = ({ section_code }: { readonly section_code: string }): boolean =>
      section_code === row.section_code
    const unknown_names = listUnknownNames(items.filter(own))
    const isDoubtful = indicators.find(own)?.confidence === 'review'
    return isDoubtful || unknown_names !== null ? [{ ...row, unknown_names }] : []
  })
  return { ...rows, items: identifyBodies(items), review, noteWords: [] }
}
