import type { OcrMode } from '../extract/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import { eachInTurn, type Progress } from './each-in-turn.ts'
import { type DocumentResult, readerFault } from './read-document.ts'
import type { ReadTask } from './worker.ts'
import { workerPool } from './worker-pool.ts'

/** Reads files in worker threads, in any order; the results come back in the order of the files and their profiles. */
export const readDocuments = async (
  files: readonly SourceFile[],
  jobs: number,
  progress: Progress,
  ocr: OcrMode = 'auto',
): Promise<DocumentResult[]> => {
  const threads = Math.max(1, Math.min(jobs, files.length))
  const pool = workerPool(threads)
  const readOne = async (file: SourceFile): Promise<readonly DocumentResult[]> => {
    try {
      return await pool.run({ file, ocr } satisfies ReadTask, { name: 'read' })
    } catch (error) {
      return [{ file: file.name, rows: null, issues: [readerFault(file.name, error)] }]
    }
  }
  try {
    return (await eachInTurn(files, 2 * threads, readOne, progress)).flat()
  } finally {
    await pool.destroy()
  }
}
