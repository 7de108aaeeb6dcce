import type { OcrMode } from '../extract/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import type { ExtractedView, ReadTask } from './worker.ts'
import { workerPool } from './worker-pool.ts'

/** The runs and lines of one file, read in a worker thread. */
export const viewDocument = async (
  file: SourceFile,
  ocr: OcrMode = 'auto',
): Promise<ExtractedView | { readonly message: string }> => {
  const pool = workerPool(1)
  try {
    return await pool.run({ file, ocr } satisfies ReadTask, { name: 'view' })
  } finally {
    await pool.destroy()
  }
}
