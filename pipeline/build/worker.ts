import { extract, type OcrMode, type Page } from '../extract/index.ts'
import { readSource, type SourceFile } from '../fetch/index.ts'
import { layout } from '../layout/index.ts'
import { type DocumentResult, readFile } from './read-document.ts'
import { readToStore, type StoreResult, type StoreTask } from './read-to-store.ts'

/** A document as extraction and layout see it, for debugging. */
export interface ExtractedView {
  readonly derivation: string
  readonly producer: string | null
  readonly pages: readonly Page[]
  /** The lines in reading order, with their place and, in column blocks, their cell. */
  readonly lines: readonly object[]
  readonly furniture: readonly object[]
}

/** What a task of the pool works on: a file, and which of its pages are read by OCR. */
export interface ReadTask {
  readonly file: SourceFile
  readonly ocr: OcrMode
}

/** Task of the pool: reads one file to the rows of its profiles. */
export const read = ({ file, ocr }: ReadTask): Promise<readonly DocumentResult[]> => readFile(file, ocr)

/** Task of the pool: reads one document and leaves its rows in the store. */
export const store = (task: StoreTask): Promise<StoreResult> => readToStore(task)

const withoutWords = <Line extends { readonly words: unknown }>({
  words,
  ...line
}: Line): Omit<Line, 'words'> => line

/** Task of the pool: the runs and lines of one file, or the message of the issue that sets it aside. */
export const view = async ({
  file,
  ocr,
}: ReadTask): Promise<ExtractedView | { readonly message: string }> => {
  const source = await readSource(file)
  if ('issue' in source) return { message: source.issue.message }
  const extracted = await extract(source.source, ocr)
  if ('issue' in extracted) return { message: extracted.issue.message }
  const { lines, furniture } = layout(extracted.extracted.pages)
  return { ...extracted.extracted, lines: lines.map(withoutWords), furniture: furniture.map(withoutWords) }
}
