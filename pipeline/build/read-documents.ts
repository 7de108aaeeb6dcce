import { makeIssue } from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import type { DocumentResult } from './read-document.ts'
import type { ReadTask } from './worker.ts'
import { workerPool } from './worker-pool.ts'

/** Called after each document, with how many are done. */
export type Progress = (done: number, total: number) => void

/** Reads files in worker threads, in any order; the results come back in the order of the files and their profiles. */
export const readDocuments = async (
  files: readonly SourceFile[],
  jobs: number,
  progress: Progress,
  ocr: OcrMode = 'auto',
  keepPages = false,
): Promise<DocumentResult[]> => {
  const pool = workerPool(Math.max(1, Math.min(jobs, files.length)))
  let done = 0
  const readOne = async (file: SourceFile): Promise<readonly DocumentResult[]> => {
    try {
      return await pool.run({ file, ocr, keepPages } satisfies ReadTask, { name: 'read' })
    } catch (error) {
      const value = error instanceof Error ? error.message : String(error)
      const issues = [makeIssue('reader_failed', { document: file.name, value })]
      return [{ file: file.name, rows: null, issues }]
    } finally {
      done++
      progress(done, files.length)
    }
  }
  try {
    return (await Promise.all(files.map(readOne))).flat()
  } finally {
    await pool.destroy()
  }
}
