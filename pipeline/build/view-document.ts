import { type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import type { ViewResult } from './worker.ts'
import { workerPool } from './worker-pool.ts'

/** The runs and lines of one file, read in a process of its own. */
export const viewDocument = async (
  file: SourceFile,
  ocr: OcrMode = 'auto',
  limits: Limits = USUAL_LIMITS,
): Promise<ViewResult> => {
  const pool = workerPool(1, limits)
  try {
    return await pool.view({ file, ocr })
  } finally {
    await pool.destroy()
  }
}
