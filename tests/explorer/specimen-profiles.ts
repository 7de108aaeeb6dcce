import { fileURLToPath } from 'node:url'
import { readDocuments } from '../../pipeline/build/index.ts'
import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'

/** The folder of the specimens. */
export const SPECIMENS = fileURLToPath(new URL('../../raw/specimen', import.meta.url))

/** The specimens as the explorer takes them, in published order. */
export const specimenProfiles = async (): Promise<readonly ExploredProfile[]> => {
  const results = await readDocuments(await listSourceFiles([SPECIMENS]), 2, () => {}, 'auto', true)
  return results
    .flatMap((result) => {
      if (result.rows === null) return []
      const pages = result.pages ?? []
      return [{ rows: result.rows, isLatest: true, pages: async () => pages }]
    })
    .sort((left, right) => (left.rows.document.country_code < right.rows.document.country_code ? -1 : 1))
}
