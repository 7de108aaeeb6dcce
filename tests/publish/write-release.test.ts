import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { matrixRows } from '../../pipeline/publish/matrix-rows.ts'
import type { Row } from '../../pipeline/publish/published-cell.ts'
import {
  countryRows,
  type Dataset,
  type Issue,
  issues,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
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
} from './read-back.ts'
import { releaseFiles } from './release-files.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from './sample-dataset.ts'

const READERS: Readonly<Record<string, readonly Reader[]>> = {
  csv: [readCsv, readCsvByDuckDb],
  arrow: [readArrow, readArrowByPolars],
  parquet: [readParquet, readParquetByDuckDb, readParquetByPolars],
  json: [readJson],
}

const bytesOf = (files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array => {
  const bytes = files.get(name)
  if (bytes === undefined) throw new Error(`there is no ${name}`)
  return bytes
}

/** Compares every file of a release, cell by cell, with the rows in memory. */
const assertHolds = async (files: ReadonlyMap<string, Uint8Array>, dataset: Dataset): Promise<void> => {
  assert.deepEqual(
    await readJson(issues, bytesOf(files, 'issues.json')),
    expectedCells(issues, dataset.issues),
    'issues.json',
  )
  const published: readonly (readonly [
    Table,
    readonly Readonly<Record<string, unknown>>[],
    readonly string[],
  ])[] = [
    [TABLES.indicators, dataset.indicators, Object.keys(READERS)],
    [TABLES.items, dataset.items, Object.keys(READERS)],
    [TABLES.documents, dataset.documents, Object.keys(READERS)],
    [TABLES.sections, dataset.sections, Object.keys(READERS)],
    [TABLES.boxes, dataset.boxes, Object.keys(READERS)],
    [TABLES.countries, countryRows(dataset.documents), Object.keys(READERS)],
    [VIEWS.matrix, matrixRows(dataset.documents, dataset.indicators), ['csv']],
    [VIEWS.review, dataset.review, ['csv']],
  ]
  for (const [table, rows, extensions] of published) {
    const expected = expectedCells(table, rows)
    for (const extension of extensions) {
      const name = `${table.name}.${extension}`
      for (const read of READERS[extension] ?? []) {
        assert.deepEqual(await read(table, bytesOf(files, name)), expected, `${name} by ${read.name}`)
      }
    }
  }
}

/** The sample with hostile text in every place whose schema takes it. */
const hostileDataset = fc.array(hostileText, { minLength: 1, maxLength: 40 }).map((texts): Dataset => {
  let used = 0
  const spoil = <R extends Row>(table: Table, rows: readonly R[], parse: (row: unknown) => R): R[] =>
    rows.map((row) => {
      const cells = Object.entries(table.row.shape).map(([name, type]) => {
        const text = texts[used++ % texts.length]
        return [name, z.safeParse(type, text).success ? text : row[name]]
      })
      return parse(Object.fromEntries(cells))
    })
  const spoiled = SAMPLE_DATASET.issues.map((one): Issue => ({ ...one, value: texts[0] ?? null }))
  return {
    ...SAMPLE_DATASET,
    issues: spoiled,
    indicators: spoil(TABLES.indicators, SAMPLE_DATASET.indicators, (row) =>
      TABLES.indicators.row.parse(row),
    ),
    items: spoil(TABLES.items, SAMPLE_DATASET.items, (row) => TABLES.items.row.parse(row)),
    documents: spoil(TABLES.documents, SAMPLE_DATASET.documents, (row) => TABLES.documents.row.parse(row)),
    review: spoil(VIEWS.review, SAMPLE_DATASET.review, (row) => VIEWS.review.row.parse(row)),
  }
})

describe('the files of a release', () => {
  it('are every table in four formats, the views as CSV, the issues, what describes them, and the checksums', async () => {
    const names = [...(await releaseFiles(EMPTY_DATASET)).keys()]
    const tables = Object.keys(TABLES).flatMap((name) =>
      ['csv', 'arrow', 'parquet', 'json'].map((extension) => `${name}.${extension}`),
    )
    const others = [
      'matrix.csv',
      'review.csv',
      'cyberwellness.sqlite',
      'cyberwellness.xlsx',
      'issues.json',
      'README.md',
      'CODEBOOK.md',
      'CITATION.cff',
      'croissant.json',
      'datapackage.json',
      'SHA256SUMS',
    ]
    assert.deepEqual(names.sort(), [...tables, ...others].sort())
  })

  it('are all named in SHA256SUMS, sorted, with their true checksums', async () => {
    const files = await releaseFiles(SAMPLE_DATASET)
    const lines = [...files]
      .filter(([name]) => name !== 'SHA256SUMS')
      .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
      .sort((left, right) => (left.slice(66) < right.slice(66) ? -1 : 1))
    assert.equal(Buffer.from(bytesOf(files, 'SHA256SUMS')).toString(), `${lines.join('\n')}\n`)
  })

  it('have the same bytes when the same dataset is written twice', async () => {
    assert.deepEqual(await releaseFiles(structuredClone(SAMPLE_DATASET)), await releaseFiles(SAMPLE_DATASET))
  })

  it('hold the rows of the sample cell by cell in every format', async () =>
    assertHolds(await releaseFiles(SAMPLE_DATASET), SAMPLE_DATASET))

  it('hold no rows where there are none', async () =>
    assertHolds(await releaseFiles(EMPTY_DATASET), EMPTY_DATASET))

  it('say in their metadata that specimens are specimens', async () => {
    const saysSpecimens = async (dataset: Dataset): Promise<boolean> =>
      Buffer.from(bytesOf(await releaseFiles(dataset), 'boxes.parquet')).includes('SPECIMENS')
    assert.equal(await saysSpecimens(SAMPLE_DATASET), true)
    assert.equal(await saysSpecimens(EMPTY_DATASET), false)
  })

  it('hold hostile datasets cell by cell in every format', () =>
    fc.assert(
      fc.asyncProperty(hostileDataset, async (dataset) => assertHolds(await releaseFiles(dataset), dataset)),
      { numRuns: 5 },
    ))

  it('let no cell of any CSV begin as a formula does, over hostile datasets', () =>
    fc.assert(
      fc.asyncProperty(hostileDataset, async (dataset) => {
        for (const [name, bytes] of await releaseFiles(dataset)) {
          if (!name.endsWith('.csv')) continue
          for (const cell of rawCsv(bytes).flat()) assert.doesNotMatch(cell ?? '', /^[=+\-@\t\r]/, name)
        }
      }),
      { numRuns: 10 },
    ))
})
