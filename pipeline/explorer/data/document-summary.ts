import { SECTIONS } from '../../../schemas/index.ts'
import type { DocumentRecord, DocumentSummary } from './explorer-data.ts'

const FIGURES: readonly string[] = SECTIONS.filter((section) => section.unit !== null).map(({ code }) => code)

/** What the first view needs of a document. */
export const documentSummary = (
  { document, sections }: DocumentRecord,
  isLatest: boolean,
): DocumentSummary => ({
  id: document.document_id,
  country: document.country_code,
  date: document.source_date,
  isLatest,
  statuses: sections.map(({ status }) => status),
  figures: Object.fromEntries(
    sections.filter(({ code }) => FIGURES.includes(code)).map(({ code, value }) => [code, value]),
  ),
  review: sections.filter(({ reviewHash }) => reviewHash !== null).map(({ code }) => code),
})
