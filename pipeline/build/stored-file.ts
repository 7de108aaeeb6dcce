import { type ContentLimits, isDocumentOfFile } from '../../schemas/index.ts'
import type { ExtractedDocument, OcrMode } from '../extract/index.ts'
import type { SourceDocument } from '../fetch/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import type { FileReading } from './file-reading.ts'
import type { ListedCorrection } from './parse-corrections.ts'
import { type DocumentStore, readEntry, storePath, writeEntry } from './store/index.ts'

/** How documents are read; all of it goes into the keys of the store. */
export interface ReadingOptions {
  readonly ocr: OcrMode
  /** The usual ones where nothing is said. Limits on time and memory are none of them: what exceeds these is not kept. */
  readonly limits?: ContentLimits
}

/** Where in the store the pages and the rows of one file lie. */
export interface StoredFile {
  readonly pagesPath: string
  readonly rowsPath: string
}

/** The corrections that may touch a file. */
export const correctionsOfFile = (
  listed: readonly ListedCorrection[],
  sha256: string,
): readonly ListedCorrection[] =>
  listed.filter(({ correction }) => isDocumentOfFile(correction.document_id, sha256))

/** Where a file is kept: by its bytes, how they are read, what it is called and what persons settled about it. */
export const storedFile = (
  store: DocumentStore,
  source: SourceDocument,
  options: ReadingOptions,
  corrections: readonly ListedCorrection[],
): StoredFile => {
  const { bytes, ...facts } = source
  return {
    pagesPath: storePath(store, 'pages', [source.sha256, source.mediaType, options]),
    rowsPath: storePath(store, 'rows', [facts, options, corrections.map(({ correction }) => correction)]),
  }
}

/** Keeps what reading a file gave: the reading in the first line, then the rows of each profile in a line. */
export const keepReading = (
  { rowsPath }: StoredFile,
  reading: FileReading,
  rows: readonly DocumentRows[],
): void => writeEntry(rowsPath, [reading, ...rows].map((value) => JSON.stringify(value)).join('\n'))

const lineOf = (text: string, index: number): string | undefined => text.split('\n')[index]

/** What reading a file gave, where that is kept. What is kept was written by this very code: its digest says so. */
export const keptReading = ({ rowsPath }: StoredFile): FileReading | null => {
  const text = readEntry(rowsPath)
  return text === null ? null : JSON.parse(lineOf(text, 0) ?? 'null')
}

/** The rows of the profile at a place in its file, where they are kept. */
export const keptRows = ({ rowsPath }: StoredFile, index: number): DocumentRows | null => {
  const text = readEntry(rowsPath)
  return text === null ? null : JSON.parse(lineOf(text, index + 1) ?? 'null')
}

/** Keeps the pages of a file. */
export const keepPages = ({ pagesPath }: StoredFile, extracted: ExtractedDocument): void =>
  writeEntry(pagesPath, JSON.stringify(extracted))

/** The pages of a file, where they are kept. */
export const keptPages = ({ pagesPath }: StoredFile): ExtractedDocument | null => {
  const text = readEntry(pagesPath)
  return text === null ? null : JSON.parse(text)
}

/** What is kept of a file, as the texts of the store, so that one store can hand it to another. */
export interface KeptTexts {
  readonly rows: string
  /** Null where they are not asked for, or the document gave none. */
  readonly pages: string | null
}

/** The texts that are kept of a file; null where its rows are not. */
export const keptTexts = ({ rowsPath, pagesPath }: StoredFile, withPages: boolean): KeptTexts | null => {
  const rows = readEntry(rowsPath)
  return rows === null ? null : { rows, pages: withPages ? readEntry(pagesPath) : null }
}

/** Keeps what another store kept of the file. */
export const keepTexts = ({ rowsPath, pagesPath }: StoredFile, { rows, pages }: KeptTexts): void => {
  if (pages !== null) writeEntry(pagesPath, pages)
  writeEntry(rowsPath, rows)
}
