import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishRelease, type ReleaseContent } from '../../pipeline/publish/index.ts'
import { publishRow, type Row } from '../../pipeline/publish/published-cell.ts'
import { openStagingFolder } from '../../pipeline/publish/staging-folder.ts'
import type { OpenTable, OpenWriter } from '../../pipeline/publish/writer.ts'
import { type Dataset, listColumns, releaseInfo, TABLES, type Table } from '../../schemas/index.ts'
import { withFolder } from './read-back.ts'
import { makeContent, SAMPLE_DATASET } from './sample-dataset.ts'

/** The files of a published release, by name. */
export const releaseFiles = (
  dataset: Dataset,
  facts: Pick<ReleaseContent, 'created' | 'homepage' | 'csvBom' | 'withoutSourceText'> = {},
): Promise<ReadonlyMap<string, Uint8Array>> =>
  withFolder(async (folder) => {
    const out = join(folder, 'out')
    await publishRelease({ ...makeContent(dataset), ...facts }, out)
    const names = await readdir(out)
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(out, name))] as const)),
    )
  })

/** The bytes of a table in one format, as a release of specimens has them. */
export const writeTable = async (
  open: OpenTable,
  table: Table,
  rows: readonly Row[],
): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  const context = { table, columns: listColumns(table), info: releaseInfo('specimen'), csvBom: false }
  const writer = open(context, (bytes) => pieces.push(Buffer.from(bytes)))
  await writer.write(rows.map((row) => publishRow(table, row)))
  await writer.finish()
  return Buffer.concat(pieces)
}

/** The file that a writer makes of the items of the sample with other texts, and those items. */
export const writeItemTexts = (
  open: OpenWriter,
  file: string,
  texts: readonly string[],
): Promise<{ readonly rows: readonly Row[]; readonly bytes: Uint8Array }> =>
  withFolder(async (path) => {
    const rows = texts.map((text, index) => ({ ...SAMPLE_DATASET.items[0], item_no: index, text }))
    const folder = openStagingFolder(join(path, 'out'))
    const writer = open({ folder, info: releaseInfo('specimen'), collection: 'specimen', csvBom: false })
    await writer.write(
      TABLES.items,
      rows.map((row) => publishRow(TABLES.items, row)),
    )
    await writer.finish()
    return { rows, bytes: await readFile(join(path, 'out', file)) }
  })
