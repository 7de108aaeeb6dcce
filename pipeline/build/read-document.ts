import { type Issue, makeIssue } from '../../schemas/index.ts'
import { extract, type OcrMode, type Page } from '../extract/index.ts'
import { readSource, type SourceFile } from '../fetch/index.ts'
import { layout } from '../layout/index.ts'
import { type DocumentRows, type Normalized, normalize } from '../normalize/index.ts'
import { parse } from '../parse/index.ts'
import { documentIssues } from '../validate/index.ts'

/**
 * What reading one profile gave: its rows, or the issues for which it is set aside. A file that binds several
 * profiles gives as many results under its one name.
 */
export type DocumentResult =
  | {
      readonly file: string
      readonly rows: DocumentRows
      /** The pages that it stands on, where they were asked for. */
      readonly pages?: readonly Page[]
    }
  | { readonly file: string; readonly rows: null; readonly issues: readonly Issue[] }

const setAside = (file: SourceFile, issues: readonly Issue[]): DocumentResult => ({
  file: file.name,
  rows: null,
  issues,
})

const validated = (file: SourceFile, normalized: Normalized): DocumentResult => {
  if (normalized.rows === null) return setAside(file, normalized.issues)
  const broken = documentIssues(normalized.rows)
  return broken.length === 0
    ? { file: file.name, rows: normalized.rows }
    : setAside(file, [...normalized.rows.issues, ...broken.map((issue) => ({ ...issue, set_aside: true }))])
}

const withPages = (result: DocumentResult, pages: readonly Page[]): DocumentResult => {
  if (result.rows === null) return result
  const { first_page, last_page } = result.rows.document
  return { ...result, pages: pages.filter(({ number }) => number >= first_page && number <= last_page) }
}

/**
 * Reads one file through all stages from its bytes to validated rows, profile by profile.
 * @param keepPages whether the pages are wanted beside the rows
 */
export const readDocument = async (
  file: SourceFile,
  ocr: OcrMode = 'auto',
  keepPages = false,
): Promise<readonly DocumentResult[]> => {
  const read = await readSource(file)
  if ('issue' in read) return [setAside(file, [read.issue])]
  const extracted = await extract(read.source, ocr)
  if ('issue' in extracted) return [setAside(file, [extracted.issue])]
  const volume = parse(layout(extracted.extracted.pages))
  const results = normalize(read.source, extracted.extracted, volume).map((normalized) =>
    validated(file, normalized),
  )
  return keepPages ? results.map((result) => withPages(result, extracted.extracted.pages)) : results
}

/** Reads one file, and turns a fault of the reader itself into an issue, so that the rest of the build goes on. */
export const readDocumentSafely = async (
  file: SourceFile,
  ocr: OcrMode = 'auto',
  keepPages = false,
): Promise<readonly DocumentResult[]> => {
  try {
    return await readDocument(file, ocr, keepPages)
  } catch (error) {
    const value = error instanceof Error ? error.message : String(error)
    return [setAside(file, [makeIssue('reader_failed', { document: file.name, value })])]
  }
}
