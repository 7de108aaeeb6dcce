import { batcher } from '../../pipeline/publish/batcher.ts'
import type { Row } from '../../pipeline/publish/published-table.ts'
import type { OpenReleaseSink } from '../../pipeline/publish/release-sink.ts'
import { columnsOf, releaseInfo, TABLES } from '../../schemas/index.ts'
import { memoryFolder } from './memory-folder.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'

/** Items with these texts, and the file of a release that a sink makes of them. */
export const sunkTexts = async (
  open: OpenReleaseSink,
  file: string,
  texts: readonly string[],
): Promise<{ readonly rows: readonly Row[]; readonly bytes: Uint8Array }> => {
  const rows = texts.map((text, index) => ({ ...SAMPLE_DATASET.items[0], item_no: index, text }))
  const folder = memoryFolder()
  const sink = open(folder, releaseInfo('specimen'), 'specimen')
  const batches = batcher(columnsOf(TABLES.items))
  for (const row of rows) batches.add(row)
  const batch = batches.rest()
  if (batch) await sink.write(TABLES.items, batch)
  sink.end?.()
  await sink.finish()
  return { rows, bytes: folder.contents.get(file) ?? new Uint8Array() }
}
