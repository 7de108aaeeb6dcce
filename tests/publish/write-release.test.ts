import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { matrixRows } from '../../pipeline/publish/matrix-rows.ts'
import type { Row } from '../../pipeline/publish/published-cell.ts'
import { type Dataset, issues, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { expectedCells, hostileText } from './hostile-rows.ts'
import {
  type Reader,
  rawCsv,
  readArrow,
  readArrowByPolars,
  readCsv,
  readCsvByDuckDb,
  readJson,
  readParquet,
  readParquetByDuckDb,
  readParquetByPolars,
  readParquetByRust,
} from './read-back.ts'
import { releaseFiles } from './release-files.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from './sample-dataset.ts'

const READERS: Readonly<Record<string, readonly Reader[]>> = {
  csv: [readCsv, readCsvByDuckDb],
  arrow: [readArrow, readArrowByPolars],
  parquet: [readParquet, readParquetByDuckDb, readParquetByPolars, readParquetByRust],
  json: [readJson],
}
const PUBLISHED: readonly (readonly [table: Table, formats: readonly string[]])[] = [
  ...Object.values(TABLES).map((table) => [table, Object.keys(READERS)] as const),
  ...Object.values(VIEWS).map((view) => [view, ['csv']] as const),
  [issues, ['json']],
]

const findFile = (files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array =>
  files.get(name) ?? assert.fail(`there is no ${name}`)

/** Compares every table of a release, cell by cell, with the rows in memory. */
const assertHolds = async (dataset: Dataset): Promise<ReadonlyMap<string, Uint8Array>> => {
  const files = await releaseFiles(dataset)
  for (const [table, formats] of PUBLISHED) {
    const expected = expectedCells(table, dataset[table.name as keyof typeof TABLES])
    for (const format of formats) {
      const bytes = findFile(files, `${table.name}.${format}`)
      for (const read of READERS[format] ?? [])
        assert.deepEqual(await read(table, bytes), expected, `${table.name}.${format} by ${read.name}`)
    }
  }
  return files
}

/** The sample with hostile text in every place whose schema takes it. */
const hostileDataset = fc.array(hostileText, { minLength: 1, maxLength: 40 }).map((texts): Dataset => {
  let used = 0
  const spoil = <R extends Row>(table: Table, rows: readonly R[]): R[] =>
    rows.map((row) => {
      const cells = Object.entries(table.row.shape).map(([name, type]) => {
        const text = texts[used++ % texts.length]
        const isKey = table.primaryKey.includes(name) || name === 'entity_id'
        return [name, !isKey && z.safeParse(type, text).success ? text : row[name]]
      })
      return Object.fromEntries(cells)
    })
  const indicators = spoil(TABLES.indicators, SAMPLE_DATASET.indicators)
  const documents = spoil(TABLES.documents, SAMPLE_DATASET.documents)
  return {
    ...SAMPLE_DATASET,
    indicators,
    documents,
    items: spoil(TABLES.items, SAMPLE_DATASET.items),
    countries: SAMPLE_DATASET.countries.map((row) => {
      const document = documents.find(({ country_code }) => country_code === row.country_code)
      const invented = row.m49 === null && document !== undefined ? { country: document.country } : {}
      return { ...row, ...invented, itu_name: document?.country_printed ?? null }
    }),
    matrix: matrixRows(documents, indicators),
    review: spoil(VIEWS.review, SAMPLE_DATASET.review),
    issues: SAMPLE_DATASET.issues.map((one) => ({ ...one, value: texts[0] ?? null })),
  }
})

describe('the files of a release', () => {
  it('are every table in four formats, the views as CSV, the issues, what describes them, and the checksums', async () => {
    const files = await releaseFiles(SAMPLE_DATASET)
    const tables = Object.keys(TABLES).flatMap((name) =>
      Object.keys(READERS).map((extension) => `${name}.${extension}`),
    )
    const others = `CITATION.cff CODEBOOK.md README.md SHA256SUMS croissant.json cyberwellness.sqlite
      cyberwellness.xlsx datapackage.json issues.json matrix.csv review.csv`
    assert.deepEqual([...files.keys()].sort(), [...tables, ...others.split(/\s+/)].sort())
    const sums = [...files]
      .filter(([name]) => name !== 'SHA256SUMS')
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    assert.equal(Buffer.from(findFile(files, 'SHA256SUMS')).toString(), sums.join(''))
    assert.deepEqual(await releaseFiles(structuredClone(SAMPLE_DATASET)), files)
  })

  it('hold the rows of the sample, or no rows, for every reader', async () => {
    const files = await assertHolds(SAMPLE_DATASET)
    assert.ok(Buffer.from(findFile(files, 'boxes.parquet')).includes('SPECIMENS'))
    await assertHolds(EMPTY_DATASET)
  })

  it('hold hostile datasets cell by cell, and no CSV cell that begins as a formula does', () =>
    fc.assert(
      fc.asyncProperty(hostileDataset, async (dataset) => {
        for (const [name, bytes] of await assertHolds(dataset)) {
          if (!name.endsWith('.csv')) continue
          for (const cell of rawCsv(bytes).flat())
            assert.doesNotMatch(cell ?? '', /(^|[;\t\r\n])[=@-]|^\+(?![\d ()./-]+$)/, name)
        }
      }),
      { numRuns: 5, endOnFailure: true },
    ))

  it('begin with a byte order mark where CSV for Excel is asked for', async () => {
    const [bom, plain] = [
      await releaseFiles(SAMPLE_DATASET, { csvBom: true }),
      await releaseFiles(SAMPLE_DATASET),
    ]
    for (const [name, bytes] of bom) {
      if (!name.endsWith('.csv')) continue
      assert.deepEqual(
        Buffer.from(bytes),
        Buffer.concat([Buffer.from('\ufeff'), findFile(plain, name)]),
        name,
      )
    }
  })
})
