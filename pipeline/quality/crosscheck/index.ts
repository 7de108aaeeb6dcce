import type { DocumentResult } from '../../build/index.ts'
import type { SourceFile } from '../../fetch/index.ts'
import { BboxLayoutUnreadable, type PopplerWord, parseBboxLayout } from './bbox-layout.ts'
import { crosscheckDocument, type DocumentCheck } from './crosscheck-document.ts'
import { type Pdftotext, PdftotextFailed } from './pdftotext.ts'

export type { Difference, DocumentCheck } from './crosscheck-document.ts'
export { findPdftotext, type Pdftotext } from './pdftotext.ts'

/** A file that was not compared, and why. */
export interface NotCompared {
  readonly document: string
  readonly reason: string
}

/** How far the two engines agree on the words of a folder. */
export interface CrosscheckReport {
  /** Version of poppler. */
  readonly poppler: string
  readonly documents: readonly DocumentCheck[]
  readonly notCompared: readonly NotCompared[]
}

const popplerWords = async (
  path: string,
  pdftotext: Pdftotext,
): Promise<readonly PopplerWord[] | NotCompared['reason']> => {
  try {
    return parseBboxLayout(await pdftotext.bboxLayout(path))
  } catch (error) {
    if (error instanceof PdftotextFailed || error instanceof BboxLayoutUnreadable)
      return `pdftotext: ${error.message}`
    throw error
  }
}

type ReadWords = () => ReturnType<typeof popplerWords>

const check = async (result: DocumentResult, readWords: ReadWords): Promise<DocumentCheck | NotCompared> => {
  const document = result.file
  if (result.rows === null) {
    return { document, reason: result.issues.map((issue) => issue.message).join(' ') }
  }
  if (result.rows.document.media_type !== 'application/pdf') return { document, reason: 'It is not a PDF.' }
  const words = await readWords()
  if (typeof words === 'string') return { document, reason: words }
  const checked = crosscheckDocument(result.rows, words)
  return checked.sections === 0 ? { document, reason: 'No note has a text layer.' } : checked
}

/**
 * Compares the words of every note with those that poppler finds at its place: a report, in the order of the results.
 * `files` are the files that were read; one process of poppler runs at a time.
 */
export const crosscheck = async (
  results: readonly DocumentResult[],
  files: readonly SourceFile[],
  pdftotext: Pdftotext,
): Promise<CrosscheckReport> => {
  const paths = new Map(files.map((file) => [file.name, file.path]))
  const wordsByPath = new Map<string, ReturnType<ReadWords>>() // a bound volume gives many results
  const documents: DocumentCheck[] = []
  const notCompared: NotCompared[] = []
  for (const result of results) {
    const path = paths.get(result.file) ?? result.file
    const checked = await check(result, () => {
      const words = wordsByPath.get(path) ?? popplerWords(path, pdftotext)
      wordsByPath.set(path, words)
      return words
    })
    if ('reason' in checked) notCompared.push(checked)
    else documents.push(checked)
  }
  return { poppler: pdftotext.version, documents, notCompared }
}
