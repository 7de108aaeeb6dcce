import { parse } from 'csv-parse/sync'
import {
  type Item,
  REVIEWED_ITEM_COLUMNS,
  type ReviewedItem,
  reviewedItem,
  sectionByCode,
} from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { describeError } from '../io/error-code.ts'
import { fingerprintNote } from '../io/note-fingerprint.ts'
import { readRegularText } from '../io/regular-file.ts'
import type { DocumentRows } from '../normalize/index.ts'

const MAX_FILE_BYTES = 50_000_000

/** What a person found in notes, by country, section and fingerprint of the note. */
export type ReviewedItems = ReadonlyMap<string, readonly ReviewedItem[]>

const makeKey = (country: string, section: string, note: string): string =>
  `${country.toUpperCase()} ${section} ${note}`

/**
 * The reviewed items that a CSV text with a header lists. The words of a note and its country decide, not the file
 * that it was read from: another rendering or edition with the same words was read too.
 * @throws Error that names the line
 */
export const parseReviewedItems = (text: string): ReviewedItems => {
  const [header, ...lines] = parse(text, { bom: true, skip_empty_lines: true })
  if (header?.join(',') !== REVIEWED_ITEM_COLUMNS.join(',')) {
    throw new Error(`the header must be ${REVIEWED_ITEM_COLUMNS.join(',')}`)
  }
  const rows = lines.map((cells, index) => {
    const row = Object.fromEntries(REVIEWED_ITEM_COLUMNS.map((column, place) => [column, cells[place]]))
    const result = reviewedItem.safeParse(row)
    if (result.success) return result.data
    const [fault] = result.error.issues
    throw new Error(`line ${index + 2}: ${String(fault?.path[0])} ${fault?.message}`)
  })
  return Map.groupBy(rows, (row) => makeKey(row.document.slice(0, 3), row.section_code, row.note))
}

/** @throws CliError that names the file and the line */
export const readReviewedItems = async (path: string): Promise<ReviewedItems> => {
  try {
    return parseReviewedItems(await readRegularText(path, MAX_FILE_BYTES))
  } catch (error) {
    throw new CliError(EXIT.usage, `The reviewed items ${path} cannot be used: ${describeError(error)}.`, {
      cause: error,
    })
  }
}

const normalise = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Puts what a person found in place of what the rules found, for the notes that were read. */
export const reviewItems = (rows: DocumentRows, reviewed: ReviewedItems): DocumentRows => {
  const { document, indicators } = rows
  const items = indicators.flatMap((indicator): readonly Item[] => {
    const { section_code } = indicator
    const found = rows.items.filter((item) => item.section_code === section_code)
    const key = makeKey(document.country_code, section_code, fingerprintNote(indicator.note))
    const section = sectionByCode(section_code)
    const entries = reviewed.get(key)
    if (!entries || !section || indicator.note === null) return found
    return entries
      .filter((entry) => entry.kind !== '')
      .map(({ text, kind, stage, detail, code, entity_id }, index) => {
        // the place is known where a rule found the same words
        const same = found.find((item) => normalise(item.text) === normalise(text))
        return {
          document_id: document.document_id,
          country: document.country,
          country_code: document.country_code,
          section_code,
          indicator: section.indicator,
          section: section.name,
          source_date: document.source_date,
          item_no: index + 1,
          text,
          kind,
          stage,
          detail,
          code,
          entity_id,
          confidence: 'reviewed',
          derivation: 'reviewed',
          page: same?.page ?? indicator.page,
          x0: same?.x0 ?? null,
          y0: same?.y0 ?? null,
          x1: same?.x1 ?? null,
          y1: same?.y1 ?? null,
        }
      })
  })
  return { ...rows, items }
}
