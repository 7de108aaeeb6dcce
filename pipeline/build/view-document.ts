import type { SourceFile } from '../fetch/index.ts'
import type { ExtractedView } from './worker.ts'
import { workerPool } from './worker-pool.ts'

/** The runs and lines of one file, read in a worker thread. */
export const viewDocument = async (
  file: SourceFile,
): Promise<ExtractedView | { readonly message: string }> => {
  const pool = workerPool(1)
  try {
    return await pool.run(file, { name: 'view' })
  } finally {
    await pool.destroy()
  }
}
