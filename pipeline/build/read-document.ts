import type { DocumentRow, Issue } from '../../schemas/index.ts'
import { type ExtractedDocument, extract, type Page } from '../extract/index.ts'
import { layout } from '../layout/index.ts'
import { type DocumentRows, normalize } from '../normalize/index.ts'
import { parse } from '../parse/index.ts'
import { type DocumentTask, type FileReading, pack, rejectFile } from './file-reading.ts'
import { validateRows } from './validate-rows.ts'

const selectPages = ({ pages }: ExtractedDocument, { first_page, last_page }: DocumentRow): readonly Page[] =>
  pages.filter(({ number }) => number >= first_page && number <= last_page)

/**
 * Reads a document from its bytes to the validated rows of its profiles.
 * @throws LimitExceeded, or a fault of the reader
 */
export const readDocument = async ({ source, options }: DocumentTask): Promise<FileReading> => {
  const extraction = await extract(source, options.ocr, options.limits)
  if ('issue' in extraction) return rejectFile(source.name, extraction.issue)
  const { extracted } = extraction
  let rejected: readonly Issue[] = []
  const profiles: DocumentRows[] = []
  for (const normalized of normalize(source, extracted, parse(layout(extracted.pages)))) {
    if (normalized.rows === null) {
      rejected = rejected.concat(normalized.issues)
      continue
    }
    const broken = validateRows(normalized.rows)
    if (broken.length > 0) {
      const issues = broken.map((issue) => ({ ...issue, set_aside: true }))
      rejected = rejected.concat(normalized.rows.issues, issues)
      continue
    }
    profiles.push(normalized.rows)
  }
  return {
    file: source.name,
    rejected,
    packed: profiles.map((rows) => ({
      rows: pack(rows),
      pages: pack(selectPages(extracted, rows.document)),
    })),
  }
}

const dropWords = <Line extends { readonly words: unknown }>({ words, ...line }: Line): Omit<Line, 'words'> =>
  line

/** The runs and lines of a document as JSON, for debugging, or the reason why not. */
export const viewDocument = async ({
  source,
  options,
}: DocumentTask): Promise<{ readonly json: string } | { readonly message: string }> => {
  const extraction = await extract(source, options.ocr, options.limits)
  if ('issue' in extraction) return { message: extraction.issue.message }
  const { lines, furniture } = layout(extraction.extracted.pages)
  const view = { ...extraction.extracted, lines: lines.map(dropWords), furniture: furniture.map(dropWords) }
  return { json: JSON.stringify(view, null, 2) }
}
