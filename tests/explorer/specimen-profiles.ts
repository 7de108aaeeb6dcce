import { fileURLToPath } from 'node:url'
import { readDocuments } from '../../pipeline/build/index.ts'
import type { ExtractedView } from '../../pipeline/build/worker.ts'
import { workerPool } from '../../pipeline/build/worker-pool.ts'
import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'

/** The folder that `make all` reads. */
export const RAW_FOLDER = fileURLToPath(new URL('../../raw', import.meta.url))

/** The specimens as the explorer takes them, in published order. */
export const specimenProfiles = async (): Promise<readonly ExploredProfile[]> => {
  const files = await listSourceFiles([RAW_FOLDER])
  const results = await readDocuments(files, 2, () => {})
  const pool = workerPool(2)
  try {
    const views: readonly ExtractedView[] = await Promise.all(
      files.map((file) => pool.run({ file, ocr: 'auto' }, { name: 'view' })),
    )
    const pages = new Map(files.map(({ name }, index) => [name, views[index]?.pages ?? []]))
    return results
      .flatMap(({ file, rows }) =>
        rows === null ? [] : [{ rows, isLatest: true, pages: async () => pages.get(file) ?? [] }],
      )
      .sort((left, right) => (left.rows.document.country_code < right.rows.document.country_code ? -1 : 1))
  } finally {
    await pool.destroy()
  }
}
