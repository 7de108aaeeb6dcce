import { type Issue, makeIssue } from '../../schemas/index.ts'
import { extract } from '../extract/index.ts'
import { readSource, type SourceFile } from '../fetch/index.ts'
import { layout } from '../layout/index.ts'
import { type DocumentRows, normalize } from '../normalize/index.ts'
import { parse, vocabularyOf } from '../parse/index.ts'
import { documentIssues } from '../validate/index.ts'

/** What reading one file gave: its rows, or the issues for which it is set aside. */
export type DocumentResult =
  | { readonly file: string; readonly rows: DocumentRows }
  | { readonly file: string; readonly rows: null; readonly issues: readonly Issue[] }

const setAside = (file: SourceFile, issues: readonly Issue[]): DocumentResult => ({
  file: file.name,
  rows: null,
  issues,
})

/** Reads one file through all stages from its bytes to validated rows. */
export const readDocument = async (file: SourceFile): Promise<DocumentResult> => {
  const read = await readSource(file)
  if ('issue' in read) return setAside(file, [read.issue])
  const extracted = await extract(read.source)
  if ('issue' in extracted) return setAside(file, [extracted.issue])
  const placed = layout(extracted.extracted.pages)
  const normalized = normalize(read.source, extracted.extracted, parse(placed), vocabularyOf(placed.lines))
  if (normalized.rows === null) return setAside(file, normalized.issues)
  const broken = documentIssues(normalized.rows)
  if (broken.length > 0) {
    return setAside(file, [
      ...normalized.rows.issues,
      ...broken.map((issue) => ({ ...issue, set_aside: true })),
    ])
  }
  return { file: file.name, rows: normalized.rows }
}

/** Reads one file, and turns a fault of the reader itself into an issue, so that the rest of the build goes on. */
export const readDocumentSafely = async (file: SourceFile): Promise<DocumentResult> => {
  try {
    return await readDocument(file)
  } catch (error) {
    const value = error instanceof Error ? error.message : String(error)
    return setAside(file, [makeIssue('reader_failed', { document: file.name, value })])
  }
}
