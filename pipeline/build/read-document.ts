import { type Issue, type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import { type Extracted, type ExtractedDocument, extract, type OcrMode } from '../extract/index.ts'
import { readSource, type SourceDocument, type SourceFile } from '../fetch/index.ts'
import { layout } from '../layout/index.ts'
import { type DocumentRows, type Normalized, normalize } from '../normalize/index.ts'
import { parse } from '../parse/index.ts'
import { readerFault } from './reader-fault.ts'
import { documentIssues } from './validate/index.ts'

/**
 * What reading one profile gave: its rows, or the issues for which it is set aside. A file that binds several
 * profiles gives as many results under its one name.
 */
export type DocumentResult =
  | { readonly file: string; readonly rows: DocumentRows }
  | { readonly file: string; readonly rows: null; readonly issues: readonly Issue[] }

const setAside = (file: string, issues: readonly Issue[]): DocumentResult => ({ file, rows: null, issues })

const validated = (file: string, normalized: Normalized): DocumentResult => {
  if (normalized.rows === null) return setAside(file, normalized.issues)
  const broken = documentIssues(normalized.rows)
  return broken.length === 0
    ? { file, rows: normalized.rows }
    : setAside(file, [...normalized.rows.issues, ...broken.map((issue) => ({ ...issue, set_aside: true }))])
}

/** Reads the pages of a document to the validated rows of its profiles. */
export const readPages = (source: SourceDocument, extracted: ExtractedDocument): readonly DocumentResult[] =>
  normalize(source, extracted, parse(layout(extracted.pages))).map((normalized) =>
    validated(source.name, normalized),
  )

/**
 * Reads a document from its bytes to the validated rows of its profiles.
 * @param extractPages turns the bytes into pages; a build asks its store first
 */
export const readDocument = async (
  source: SourceDocument,
  extractPages: (source: SourceDocument) => Promise<Extracted>,
): Promise<readonly DocumentResult[]> => {
  const extracted = await extractPages(source)
  return 'issue' in extracted
    ? [setAside(source.name, [extracted.issue])]
    : readPages(source, extracted.extracted)
}

/** Reads one file to the rows of its profiles; a fault of the reader is an issue, so that the rest can go on. */
export const readFile = async (
  file: SourceFile,
  ocr: OcrMode = 'auto',
  limits: Limits = USUAL_LIMITS,
): Promise<readonly DocumentResult[]> => {
  try {
    const read = await readSource(file, limits)
    if ('issue' in read) return [setAside(file.name, [read.issue])]
    return await readDocument(read.source, (source) => extract(source, ocr, limits))
  } catch (error) {
    return [setAside(file.name, [readerFault(file.name, error)])]
  }
}
