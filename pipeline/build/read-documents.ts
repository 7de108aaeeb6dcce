import { type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import { eachInTurn, type Progress } from './each-in-turn.ts'
import type { DocumentResult } from './read-document.ts'
import { workerPool } from './worker-pool.ts'

/** Reads files in processes of their own, in any order; the results come back in the order of the files and their profiles. */
export const readDocuments = async (
  files: readonly SourceFile[],
  jobs: number,
  progress: Progress,
  ocr: OcrMode = 'auto',
  limits: Limits = USUAL_LIMITS,
): Promise<DocumentResult[]> => {
  const processes = Math.max(1, Math.min(jobs, files.length))
  const pool = workerPool(processes, limits)
  try {
    return (await eachInTurn(files, 2 * processes, (file) => pool.read({ file, ocr }), progress)).flat()
  } finally {
    await pool.destroy()
  }
}
