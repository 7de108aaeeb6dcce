import { type Dataset, releaseInfo } from '../../schemas/index.ts'
import { cachedSite, type ExploredProfile, writeExplorer } from '../explorer/index.ts'
import type { WriteExplorer } from '../publish/index.ts'
import type { DocumentResult } from './read-document.ts'

/** The profiles of a dataset as the explorer takes them, in published order. */
async function* exploredProfiles(
  dataset: Dataset,
  results: readonly DocumentResult[],
): AsyncGenerator<ExploredProfile> {
  const latest = new Set(dataset.matrix.map(({ document_id }) => document_id))
  const read = new Map(
    results.flatMap((result) => (result.rows ? [[result.rows.document.document_id, result] as const] : [])),
  )
  for (const { document_id } of dataset.documents) {
    const result = read.get(document_id)
    if (!result?.rows) continue
    const pages = result.pages ?? []
    yield { rows: result.rows, isLatest: latest.has(document_id), pages: async () => pages }
  }
}

/** Writes the explorer of a dataset out of what was read, once the files to download are known. */
export const explorerOf =
  (dataset: Dataset, results: readonly DocumentResult[]): WriteExplorer =>
  async (files, emit) =>
    writeExplorer(
      { info: releaseInfo(dataset.collection), collection: dataset.collection, files },
      await cachedSite(),
      exploredProfiles(dataset, results),
      emit,
    )
