import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'vitest'
import { type Dataset, issues, TABLES, VIEWS } from '../../schemas/index.ts'
import { expectedCells } from './hostile-rows.ts'
import { READERS } from './read-back.ts'
import { releaseFiles } from './release-files.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from './sample-dataset.ts'

const FORMATS = ['csv', 'json', 'arrow', 'parquet'] as const
const PUBLISHED = [
  ...Object.values(TABLES).map((table) => ({ table, formats: FORMATS })),
  ...Object.values(VIEWS).map((table) => ({ table, formats: ['csv'] as const })),
  { table: issues, formats: ['json'] as const },
]

const FILES = await releaseFiles(SAMPLE_DATASET)
const findFile = (files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array =>
  files.get(name) ?? assert.fail(`there is no ${name}`)

/** Compares every table of a release, cell by cell, with the rows in memory. */
const assertHolds = async (dataset: Dataset, files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  for (const { table, formats } of PUBLISHED) {
    const expected = expectedCells(table, dataset[table.name as keyof typeof TABLES])
    for (const format of formats) {
      const bytes = findFile(files, `${table.name}.${format}`)
      for (const [name, read] of Object.entries(READERS[format]))
        assert.deepEqual(await read(table, bytes), expected, `${table.name}.${format} by ${name}`)
    }
  }
}

describe('the files of a release', () => {
  it('are every table in four formats, the views as CSV, the issues, what describes them, and the checksums', async () => {
    const tables = PUBLISHED.flatMap(({ table, formats }) =>
      formats.map((format) => `${table.name}.${format}`),
    )
    const others = `CITATION.cff CODEBOOK.md README.md SHA256SUMS croissant.json cyberwellness.sqlite
      cyberwellness.xlsx datapackage.json`
    assert.deepEqual([...FILES.keys()].sort(), [...tables, ...others.split(/\s+/)].sort())
    const sums = [...FILES]
      .filter(([name]) => name !== 'SHA256SUMS')
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    assert.equal(Buffer.from(findFile(FILES, 'SHA256SUMS')).toString(), sums.join(''))
    assert.deepEqual(await releaseFiles(structuredClone(SAMPLE_DATASET)), FILES)
  })

  it('hold the rows of the sample, or no rows, for every reader', async () => {
    await assertHolds(SAMPLE_DATASET, FILES)
    assert.ok(Buffer.from(findFile(FILES, 'boxes.parquet')).includes('SPECIMENS'))
    await assertHolds(EMPTY_DATASET, await releaseFiles(EMPTY_DATASET))
  })

  it('begin with a byte order mark where CSV for Excel is asked for', async () => {
    const marked = await releaseFiles(SAMPLE_DATASET, { csvBom: true })
    for (const [name, bytes] of marked) {
      if (!name.endsWith('.csv')) continue
      const expected = Buffer.concat([Buffer.from('\ufeff'), findFile(FILES, name)])
      assert.deepEqual(Buffer.from(bytes), expected, name)
    }
  })
})
