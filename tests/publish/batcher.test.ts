import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Batch, columnCells } from '../../pipeline/publish/batch.ts'
import { batcher } from '../../pipeline/publish/batcher.ts'
import { boxes, type Cell, columnsOf } from '../../schemas/index.ts'

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

const cellsOf = (batch: Batch | null, index: number): readonly Cell[] => {
  const column = batch?.columns[index]
  return column ? columnCells(column, batch.length) : assert.fail(`no column ${index}`)
}

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
    const cells = columnsOf(boxes).map((_, index) => cellsOf(batch, index))
    assert.deepEqual(cells, [['xaa-undated-00000000'], ['1.1.1'], [7], [1], [0], [0], [0], [0]])
  })

  it('holds at most so many rows, and no batch is empty', () => {
    assert.deepEqual(sizes(0, 2), [])
    assert.deepEqual(sizes(4, 2), [2, 2])
    assert.deepEqual(sizes(5, 2), [2, 2, 1])
  })

  it('keeps the order of the rows', () => {
    const batches = batcher(columnsOf(boxes))
    for (const number of [3, 1, 2]) batches.add(box(number))
    assert.deepEqual(cellsOf(batches.rest(), 2), [3, 1, 2])
  })

  it('begins anew after each batch', () => {
    const batches = batcher(columnsOf(boxes), 1)
    const [first, second] = [batches.add(box(1)), batches.add(box(2))]
    assert.deepEqual(cellsOf(first ?? null, 2), [1])
    assert.deepEqual(cellsOf(second ?? null, 2), [2])
    assert.equal(batches.rest(), null)
  })

  /** Batches of so many rows, the numbers of their boxes all different, the pages not. */
  const batchesOf = (size: number, count: number): Batch[] => {
    const batches = batcher(columnsOf(boxes), size)
    const rows = Array.from({ length: size * count }, (_, index) => ({ ...box(index), page: index % 7 }))
    return rows.flatMap((row) => batches.add(row) ?? [])
  }

  it('gives cells by codes where a column holds few different values, and all of them, where many', () => {
    const [number, page] = [2, 3]
    let row = 0
    for (const batch of batchesOf(5_000, 3)) {
      const rows = Array.from({ length: batch.length }, () => row++)
      assert.equal(batch.columns[number]?.kind, 'cells')
      assert.equal(batch.columns[page]?.kind, 'coded')
      assert.deepEqual(cellsOf(batch, number), rows)
      assert.deepEqual(
        cellsOf(batch, page),
        rows.map((index) => index % 7),
      )
    }
  })

  it('forgets values that only batches before it held', () => {
    const number = 2
    for (const batch of batchesOf(3_000, 5)) {
      const column = batch.columns[number]
      assert.deepEqual(column?.kind === 'coded' && column.values, cellsOf(batch, number))
    }
  })
})
