import { type DocumentRow, SECTION_CODES } from '../../../schemas/index.ts'
import type { Page } from '../../extract/index.ts'
import type { DocumentRows } from '../../normalize/index.ts'
import type { DocumentRecord, DocumentSummary, PageRecord } from './explorer-data.ts'

/** A profile as the explorer takes it. */
export interface ExploredProfile {
  readonly rows: Omit<DocumentRows, 'issues' | 'noteWords'>
  readonly isLatest: boolean
  /** The pages of its file; null in a release without the words of the profiles. */
  readonly pages: readonly Page[] | null
}

/**
 * A document with a record for each section of the catalogue.
 * @throws TypeError if the rows lack a section: `indicators` is rectangular
 */
export const toRecord = ({ rows, isLatest }: ExploredProfile): DocumentRecord => {
  const { document, indicators, items, boxes, review } = rows
  return {
    document,
    sections: SECTION_CODES.map((code) => {
      const isOfSection = ({ section_code }: { section_code: string }): boolean => section_code === code
      const row = indicators.find(isOfSection)
      if (row === undefined) throw new TypeError(`${document.document_id} has no row for section ${code}`)
      return {
        code,
        // known only when all documents of the country are
        row: { ...row, is_latest: isLatest },
        boxes: boxes.filter(isOfSection).map(({ page, x0, y0, x1, y1 }) => ({ page, x0, y0, x1, y1 })),
        items: items.filter(isOfSection),
        reviewHash: review.find(isOfSection)?.note_sha256 ?? null,
      }
    }),
  }
}

export const toSummary = ({ document, sections }: DocumentRecord, isLatest: boolean): DocumentSummary => ({
  id: document.document_id,
  country: document.country_code,
  date: document.source_date,
  isLatest,
  statuses: sections.map(({ row }) => row.status),
  figures: Object.fromEntries(
    sections.filter(({ row }) => row.unit !== null).map(({ code, row }) => [code, row.value]),
  ),
  review: sections.filter(({ reviewHash }) => reviewHash !== null).map(({ code }) => code),
})

/** Hundredths of a point are finer than any screen shows. */
const round = (value: number): number => Math.round(value * 100) / 100

/** The pages of a profile; a file with several profiles has others before and after. */
export const toPages = (pages: readonly Page[], { first_page, last_page }: DocumentRow): PageRecord[] =>
  pages
    .filter(({ number }) => number >= first_page && number <= last_page)
    .map(({ number, unit, width, height, runs }) => ({
      number,
      unit,
      width: round(width),
      height: round(height),
      runs: runs.map(({ text, x, y, width, size, bold }) => [
        text.toWellFormed(),
        round(x),
        round(y),
        round(width),
        round(size),
        bold ? 1 : 0,
      ]),
    }))
