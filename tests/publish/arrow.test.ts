import assert from 'node:assert/strict'
import { tableFromIPC } from 'apache-arrow'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { openArrow } from '../../pipeline/publish/arrow.ts'
import { ROWS_PER_BATCH } from '../../pipeline/publish/batcher.ts'
import type { Row } from '../../pipeline/publish/published-table.ts'
import { releaseMetadata } from '../../pipeline/publish/release-metadata.ts'
import { type Column, columnsOf, releaseInfo, TABLES, type Table } from '../../schemas/index.ts'
import { expectedCells, hostileRows } from './hostile-rows.ts'
import { readArrow, readArrowByPolars } from './read-back.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'
import { writtenTable } from './written-table.ts'

const INFO = releaseInfo('specimen')
const arrow = (table: Table, rows: readonly Row[]): Promise<Uint8Array> =>
  writtenTable(openArrow, table, rows)

const TYPE_NAMES = {
  utf8: 'Utf8',
  int32: 'Int32',
  int64: 'Int64',
  float64: 'Float64',
  bool: 'Bool',
  date32: 'Date32<DAY>',
} as const

describe('an Arrow file', () => {
  it('is of the file format, not the stream format', async () => {
    const bytes = Buffer.from(await arrow(TABLES.boxes, SAMPLE_DATASET.boxes))
    assert.equal(bytes.subarray(0, 8).toString('latin1'), 'ARROW1\0\0')
    assert.equal(bytes.subarray(-6).toString('latin1'), 'ARROW1')
  })

  for (const table of Object.values(TABLES)) {
    it(`has the declared types, nullability, descriptions and units of ${table.name}`, async () => {
      const { schema } = tableFromIPC(await arrow(table, []))
      assert.deepEqual(
        schema.fields.map((field) => [
          field.name,
          `${field.type}`,
          field.nullable,
          Object.fromEntries(field.metadata),
        ]),
        columnsOf(table).map(({ name, storage, nullable, description, unit }) => [
          name,
          TYPE_NAMES[storage],
          nullable,
          unit === undefined ? { description } : { description, unit },
        ]),
      )
      assert.deepEqual([...schema.metadata], releaseMetadata(INFO, table))
    })

    it(`gives hostile rows of ${table.name} back through apache-arrow`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (rows) => {
          assert.deepEqual(await readArrow(table, await arrow(table, rows)), expectedCells(table, rows))
        }),
      ))

    it(`gives hostile rows of ${table.name} back through Polars`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (rows) => {
          assert.deepEqual(
            await readArrowByPolars(table, await arrow(table, rows)),
            expectedCells(table, rows),
          )
        }),
      ))
  }

  it('holds whole numbers beyond 32 bits in a column of int64', async () => {
    const columns: Column[] = [
      { name: 'n', description: 'A number.', storage: 'int64', nullable: true, values: null },
    ]
    const rows = [{ n: 2 ** 40 }, { n: null }, { n: Number.MAX_SAFE_INTEGER }]
    const read = tableFromIPC(await writtenTable(openArrow, TABLES.boxes, rows, columns))
    assert.equal(`${read.schema.fields[0]?.type}`, 'Int64')
    assert.deepEqual([...(read.getChild('n') ?? [])], [2n ** 40n, null, 2n ** 53n - 1n])
  })

  it('starts a new batch where one is full, and reads as one table', async () => {
    const [sample] = SAMPLE_DATASET.boxes
    const rows = Array.from({ length: ROWS_PER_BATCH + 1 }, (_, index) => ({ ...sample, box_no: index }))
    const read = tableFromIPC(await arrow(TABLES.boxes, rows))
    assert.deepEqual(
      read.batches.map((batch) => batch.numRows),
      [ROWS_PER_BATCH, 1],
    )
    assert.equal(read.get(ROWS_PER_BATCH)?.['box_no'], ROWS_PER_BATCH)
  })
})
