import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, it } from 'vitest'
import { ROWS_PER_BATCH } from '../../pipeline/publish/batcher.ts'
import { openParquet } from '../../pipeline/publish/parquet.ts'
import type { Row } from '../../pipeline/publish/published-table.ts'
import { releaseMetadata } from '../../pipeline/publish/release-metadata.ts'
import { type Column, columnsOf, releaseInfo, TABLES, type Table } from '../../schemas/index.ts'
import { expectedCells, hostileRows } from './hostile-rows.ts'
import { query, readParquet, readParquetByDuckDb, withFolder } from './read-back.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'
import { writtenTable } from './written-table.ts'

const INFO = releaseInfo('specimen')
const parquet = (table: Table, rows: readonly Row[]): Promise<Uint8Array> =>
  writtenTable(openParquet, table, rows)
const metadataOf = (bytes: Uint8Array) => parquetMetadata(new Uint8Array(bytes).buffer)

const TYPE_NAMES = {
  utf8: ['BYTE_ARRAY', 'STRING'],
  int32: ['INT32', undefined],
  int64: ['INT64', undefined],
  float64: ['DOUBLE', undefined],
  bool: ['BOOLEAN', undefined],
  date32: ['INT32', 'DATE'],
} as const

describe('a Parquet file', () => {
  for (const table of Object.values(TABLES)) {
    it(`has the declared types and nullability of ${table.name}`, async () => {
      const [root, ...fields] = metadataOf(await parquet(table, [])).schema
      assert.equal(root?.name, table.name)
      assert.deepEqual(
        fields.map((field) => [field.name, field.type, field.logical_type?.type, field.repetition_type]),
        columnsOf(table).map(({ name, storage, nullable }) => [
          name,
          ...TYPE_NAMES[storage],
          nullable ? 'OPTIONAL' : 'REQUIRED',
        ]),
      )
    })

    it(`gives hostile rows of ${table.name} back through hyparquet`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (rows) => {
          assert.deepEqual(await readParquet(table, await parquet(table, rows)), expectedCells(table, rows))
        }),
      ))

    it(`gives hostile rows of ${table.name} back through DuckDB`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (rows) => {
          assert.deepEqual(
            await readParquetByDuckDb(table, await parquet(table, rows)),
            expectedCells(table, rows),
          )
        }),
        { numRuns: 30 },
      ))
  }

  it('carries the release and the meaning of each column', async () => {
    const { key_value_metadata } = metadataOf(await parquet(TABLES.boxes, []))
    const entries = (key_value_metadata ?? []).map(({ key, value }) => [key, value])
    assert.deepEqual(entries.slice(0, -1), releaseMetadata(INFO, TABLES.boxes))
    const [key, columns] = entries.at(-1) ?? []
    assert.equal(key, 'columns')
    assert.deepEqual(JSON.parse(columns ?? '')[4], { name: 'x0', description: 'Left edge.', unit: 'points' })
  })

  it('is read by DuckDB with dates as dates, its metadata, and bounds that let it skip rows rightly', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'documents.parquet')
      await writeFile(path, await parquet(TABLES.documents, SAMPLE_DATASET.documents))
      assert.deepEqual(
        await query(
          `SELECT country, typeof(source_date) AS type FROM '${path}' WHERE source_date = DATE '2014-08-12' AND country = 'NA'`,
        ),
        [{ country: 'NA', type: 'DATE' }],
      )
      assert.deepEqual(
        await query(
          `SELECT decode(value) AS title FROM parquet_kv_metadata('${path}') WHERE decode(key) = 'title'`,
        ),
        [{ title: INFO.title }],
      )
    }))

  it('holds whole numbers beyond 32 bits in a column of int64', async () => {
    const columns: Column[] = [
      { name: 'n', description: 'A number.', storage: 'int64', nullable: true, values: null },
    ]
    const rows = [{ n: 2 ** 40 }, { n: null }, { n: Number.MAX_SAFE_INTEGER }]
    const bytes = await writtenTable(openParquet, TABLES.boxes, rows, columns)
    const read = await parquetReadObjects({ file: new Uint8Array(bytes).buffer })
    assert.deepEqual(read, [{ n: 2n ** 40n }, { n: null }, { n: 2n ** 53n - 1n }])
  })

  it('starts a new row group where one is full, and reads as one table', async () => {
    const [sample] = SAMPLE_DATASET.boxes
    const rows = Array.from({ length: ROWS_PER_BATCH + 1 }, (_, index) => ({ ...sample, box_no: index }))
    const bytes = await parquet(TABLES.boxes, rows)
    assert.deepEqual(
      metadataOf(bytes).row_groups.map((group) => group.num_rows),
      [BigInt(ROWS_PER_BATCH), 1n],
    )
    assert.deepEqual((await readParquet(TABLES.boxes, bytes)).at(-1)?.[2], ROWS_PER_BATCH)
  })
})
