import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { type Batch, columnCells } from '../../pipeline/publish/batch.ts'
import { batcher } from '../../pipeline/publish/batcher.ts'
import { publishedCell, type Row } from '../../pipeline/publish/published-table.ts'
import { batchReceiver, batchSender } from '../../pipeline/publish/sent-batch.ts'
import { TABLE_FORMATS } from '../../pipeline/publish/table-formats.ts'
import type { OpenTableWriter } from '../../pipeline/publish/table-writer.ts'
import {
  type Cell,
  type Column,
  columnsOf,
  releaseInfo,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
import { hostileRows } from './hostile-rows.ts'
import { writtenTable } from './written-table.ts'

const column = (name: string, storage: Column['storage']): Column => ({
  name,
  description: 'A column.',
  storage,
  nullable: true,
  values: null,
})

const COLUMNS = [column('text', 'utf8'), column('number', 'float64'), column('flag', 'bool')]

const rows = fc.array(
  fc.record({
    text: fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'again', 'and again'))),
    number: fc.option(fc.oneof(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), fc.nat(3))),
    flag: fc.option(fc.boolean()),
  }),
)

/** What comes out of a thread is what went in: its messages are structured clones. */
const crossed = <Value>(value: Value): Value => structuredClone(value)

const cellsOf = ({ length, columns }: Batch): (readonly Cell[])[] =>
  columns.map((one) => columnCells(one, length))

/** Rows as a batch of columns that are not coded, whatever they hold; a boolean always is. */
const plainBatch = (columns: readonly Column[], rows: readonly Row[]): Batch => {
  const cells = columns.map((one) => rows.map((row) => publishedCell(one, row[one.name])))
  return {
    length: rows.length,
    columns: columns.map(({ storage }, index) => {
      const values = cells[index] ?? []
      return storage === 'bool'
        ? { kind: 'coded', values, codes: Uint16Array.from(values, (_, row) => row) }
        : { kind: 'cells', cells: values }
    }),
  }
}

const writtenBatch = async (open: OpenTableWriter, table: Table, batch: Batch): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  const put = (bytes: Uint8Array) => pieces.push(bytes.slice())
  const writer = open({ table, columns: columnsOf(table), info: releaseInfo('specimen') }, put)
  if (batch.length > 0) await writer.write(batch)
  await writer.finish()
  return Buffer.concat(pieces)
}

describe('a batch that crosses to another thread', () => {
  it('holds the same cells there, batch after batch, whatever they are', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), (all, size) => {
        const batches = batcher(COLUMNS, size)
        const [send, receive] = [batchSender(COLUMNS), batchReceiver()]
        for (const row of [...all, null]) {
          const batch = row === null ? batches.rest() : batches.add(row)
          if (batch === null) continue
          const received = receive(crossed(send(batch)))
          assert.deepEqual([received.length, cellsOf(received)], [batch.length, cellsOf(batch)])
        }
      }),
    )
  })

  it('holds the same cells where a column has so many values that it is not coded', () => {
    const columns = columnsOf(TABLES.boxes)
    const batches = batcher(columns, 6_000)
    const [send, receive] = [batchSender(columns), batchReceiver()]
    const box = {
      document_id: 'xaa-undated-00000000',
      section_code: '1.1.1',
      page: 1,
      x0: 0,
      y0: 0,
      x1: 0,
      y1: 0,
    }
    for (let number = 0; number < 18_000; number++) {
      const batch = batches.add({ ...box, box_no: number, x0: number / 7, document_id: `xaa-${number}` })
      if (batch) assert.deepEqual(cellsOf(receive(crossed(send(batch)))), cellsOf(batch))
    }
  })

  for (const table of [...Object.values(TABLES), VIEWS.review]) {
    it(`gives the same bytes in every format there, coded or not, for hostile rows of ${table.name}`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (hostile) => {
          const columns = columnsOf(table)
          const plain = plainBatch(columns, hostile)
          const received = batchReceiver()(crossed(batchSender(columns)(plain)))
          for (const open of Object.values(TABLE_FORMATS)) {
            const expected = await writtenTable(open, table, hostile)
            assert.deepEqual(await writtenBatch(open, table, plain), expected)
            assert.deepEqual(await writtenBatch(open, table, received), expected)
          }
        }),
        { numRuns: 30 },
      ))
  }
})
