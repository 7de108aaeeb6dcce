import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { batcher } from '../../pipeline/publish/batcher.ts'
import type { Batch } from '../../pipeline/publish/published-table.ts'
import { boxes, columnsOf } from '../../schemas/index.ts'

const box = (number: number) => ({
  document_id: 'xaa-undated-00000000',
  section_code: '1.1.1',
  box_no: number,
  page: 1,
  x0: 0,
  y0: 0,
  x1: 0,
  y1: 0,
})

describe('a batcher', () => {
  const sizes = (count: number, size: number): number[] => {
    const batches = batcher(columnsOf(boxes), size)
    const full = Array.from({ length: count }, (_, index) => batches.add(box(index)))
    return [...full, batches.rest()].flatMap((batch) => (batch ? [batch.length] : []))
  }

  it('gives cells in the order of the columns, whatever the order of the keys', () => {
    const batches = batcher(columnsOf(boxes))
    batches.add(Object.fromEntries(Object.entries(box(7)).reverse()))
    const batch = batches.rest()
    assert.equal(batch?.length, 1)
    assert.deepEqual(batch.cells, [['xaa-undated-00000000'], ['1.1.1'], [7], [1], [0], [0], [0], [0]])
  })

  it('holds at most so many rows, and no batch is empty', () => {
    assert.deepEqual(sizes(0, 2), [])
    assert.deepEqual(sizes(4, 2), [2, 2])
    assert.deepEqual(sizes(5, 2), [2, 2, 1])
  })

  it('keeps the order of the rows', () => {
    const batches = batcher(columnsOf(boxes))
    for (const number of [3, 1, 2]) batches.add(box(number))
    assert.deepEqual(batches.rest()?.cells[2], [3, 1, 2])
  })

  it('begins anew after each batch', () => {
    const batches = batcher(columnsOf(boxes), 1)
    const [first, second] = [batches.add(box(1)), batches.add(box(2))]
    assert.deepEqual(first?.cells[2], [1])
    assert.deepEqual(second?.cells[2], [2])
    assert.equal(batches.rest(), null)
  })

  /** Batches of so many rows, the numbers of their boxes all different, the pages not. */
  const batchesOf = (size: number, count: number): Batch[] => {
    const batches = batcher(columnsOf(boxes), size)
    const rows = Array.from({ length: size * count }, (_, index) => ({ ...box(index), page: index % 7 }))
    return rows.flatMap((row) => batches.add(row) ?? [])
  }

  it('gives by codes what it gives as cells, where a column holds few different values', () => {
    const [number, page] = [2, 3]
    for (const { cells, coded } of batchesOf(5_000, 3)) {
      assert.equal(coded[number], null)
      const { codes, values } = coded[page] ?? assert.fail()
      assert.deepEqual(
        [...codes].map((code) => values[code]),
        cells[page],
      )
    }
  })

  it('forgets values that only batches before it held', () => {
    const number = 2
    for (const { cells, coded } of batchesOf(3_000, 5)) assert.deepEqual(coded[number]?.values, cells[number])
  })
})
