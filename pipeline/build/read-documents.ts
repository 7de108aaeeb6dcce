import { makeIssue } from '../../schemas/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import type { DocumentResult } from './read-document.ts'
import { workerPool } from './worker-pool.ts'

/** Called after each document, with how many are done. */
export type Progress = (done: number, total: number) => void

/** Reads files in worker threads, in any order; the results come back in the order of the files. */
export const readDocuments = async (
  files: readonly SourceFile[],
  jobs: number,
  progress: Progress,
): Promise<DocumentResult[]> => {
  const pool = workerPool(Math.max(1, Math.min(jobs, files.length)))
  let done = 0
  const readOne = async (file: SourceFile): Promise<DocumentResult> => {
    try {
      return await pool.run(file, { name: 'read' })
    } catch (error) {
      const value = error instanceof Error ? error.message : String(error)
      return {
        file: file.name,
        rows: null,
        issues: [makeIssue('reader_failed', { document: file.name, value })],
      }
    } finally {
      done++
      progress(done, files.length)
    }
  }
  try {
    return await Promise.all(files.map(readOne))
  } finally {
    await pool.destroy()
  }
}
