import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { batcher } from '../../pipeline/publish/batcher.ts'
import { batchReceiver, batchSender } from '../../pipeline/publish/sent-batch.ts'
import { type Column, columnsOf, TABLES } from '../../schemas/index.ts'

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

describe('a batch that crosses to another thread', () => {
  it('holds the same cells there, batch after batch, whatever they are', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), (all, size) => {
        const batches = batcher(COLUMNS, size)
        const [send, receive] = [batchSender(COLUMNS), batchReceiver()]
        for (const row of [...all, null]) {
          const batch = row === null ? batches.rest() : batches.add(row)
          if (batch === null) continue
          const { length, cells, coded } = receive(crossed(send(batch)))
          assert.deepEqual([length, cells], [batch.length, batch.cells])
          assert.deepEqual(
            coded.map((one) => one && [...one.codes].map((code) => one.values[code])),
            coded.map((one, index) => one && batch.cells[index]),
          )
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
      if (batch) assert.deepEqual(receive(crossed(send(batch))).cells, batch.cells)
    }
  })
})
