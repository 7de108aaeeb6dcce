import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishRelease, type ReleaseContent } from '../../pipeline/publish/index.ts'
import { publishRow, type Row } from '../../pipeline/publish/published-cell.ts'
import { openStagingFolder } from '../../pipeline/publish/staging-folder.ts'
import { type OpenTable, type OpenWriter, writeTableFiles } from '../../pipeline/publish/writer.ts'
import { type Dataset, releaseInfo, TABLES, type Table } from '../../schemas/index.ts'
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

/** What a writer makes of rows of one table: the bytes of a file, as a release of specimens has it. */
const writeFile = (open: OpenWriter, file: string, table: Table, rows: readonly Row[]): Promise<Uint8Array> =>
  withFolder(async (path) => {
    const folder = openStagingFolder(join(path, 'out'))
    const writer = open({ folder, info: releaseInfo('specimen'), collection: 'specimen', csvBom: false })
    writer.write(
      table,
      rows.map((row) => publishRow(table, row)),
    )
    await writer.finish()
    return readFile(join(path, 'out', file))
  })

/** The bytes of a table in one format. */
export const writeTable = (open: OpenTable, table: Table, rows: readonly Row[]): Promise<Uint8Array> =>
  writeFile(writeTableFiles('table', [table], open), `${table.name}.table`, table, rows)

/** The file that a writer makes of the items of the sample with other texts, and those items. */
export const writeItemTexts = async (open: OpenWriter, file: string, texts: readonly string[]) => {
  const rows = texts.map((text, index) => ({ ...SAMPLE_DATASET.items[0], item_no: index, text }))
  return { rows, bytes: await writeFile(open, file, TABLES.items, rows) }
}
