import { type Extracted, extract } from '../extract/index.ts'
import type { SourceDocument } from '../fetch/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import { correctRows } from './apply-corrections.ts'
import type { FileReading } from './file-reading.ts'
import type { ListedCorrection } from './parse-corrections.ts'
import { profileEntry } from './profile-entry.ts'
import { type DocumentResult, readDocument } from './read-document.ts'
import { keepPages, keepReading, keptPages, type ReadingOptions, type StoredFile } from './stored-file.ts'

/** A document to read, and where to leave what it gave. */
export interface StoreTask {
  readonly source: SourceDocument
  readonly options: ReadingOptions
  readonly corrections: readonly ListedCorrection[]
  readonly stored: StoredFile
}

/** What a task gave, and the corrections that the document has outgrown; with any of those, nothing is kept. */
export interface StoreResult {
  readonly reading: FileReading
  readonly outdated: readonly string[]
}

/** Takes the pages from the store, or out of the bytes and into it. */
const pagesOf = async ({ source, options, stored }: StoreTask): Promise<Extracted> => {
  const kept = keptPages(stored)
  if (kept) return { extracted: kept }
  const extracted = await extract(source, options.ocr, options.limits)
  if ('extracted' in extracted) keepPages(stored, extracted.extracted)
  return extracted
}

const readingOf = (file: string, results: readonly DocumentResult[], rows: readonly DocumentRows[]) => ({
  file,
  profiles: rows.map(profileEntry),
  setAside: results.flatMap((result) => (result.rows === null ? result.issues : [])),
})

/** Reads a document and leaves its rows in the store, with the corrections that touch it applied. */
export const readToStore = async (task: StoreTask): Promise<StoreResult> => {
  const results = await readDocument(task.source, () => pagesOf(task))
  const corrected = results
    .flatMap(({ rows }) => rows ?? [])
    .map((rows) => correctRows(rows, task.corrections))
  const rows = corrected.map((one) => one.rows)
  const reading = readingOf(task.source.name, results, rows)
  const outdated = corrected.flatMap((one) => one.outdated)
  if (outdated.length === 0) keepReading(task.stored, reading, rows)
  return { reading, outdated }
}
