import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { batcher, daysSinceEpoch, publishedCell } from '../../pipeline/publish/published-table.ts'
import { boxes, type Column, columnsOf, type Storage } from '../../schemas/index.ts'

const column = (storage: Storage, nullable = false): Column => ({
  name: 'sample',
  description: 'A column.',
  storage,
  nullable,
  values: null,
})

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

describe('a published cell', () => {
  it('keeps values of the declared type as they are', () => {
    assert.equal(publishedCell(column('utf8'), 'NA'), 'NA')
    assert.equal(publishedCell(column('int32'), 0x7fff_ffff), 0x7fff_ffff)
    assert.equal(publishedCell(column('int64'), Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
    assert.equal(publishedCell(column('float64'), 0.1), 0.1)
    assert.equal(publishedCell(column('bool'), false), false)
    assert.equal(publishedCell(column('date32'), '2014-08-12'), '2014-08-12')
    assert.equal(publishedCell(column('utf8', true), null), null)
  })

  it('keeps an empty text apart from a missing value', () => {
    assert.equal(publishedCell(column('utf8', true), ''), '')
  })

  it('replaces a lone surrogate by U+FFFD and leaves pairs alone', () => {
    assert.equal(publishedCell(column('utf8'), 'a\ud800b\udc00😀'), 'a\ufffdb\ufffd😀')
  })

  it('leaves byte order marks out at the start of a text only', () => {
    assert.equal(publishedCell(column('utf8'), '\ufeff\ufeffa\ufeffb'), 'a\ufeffb')
  })

  it('cuts a number below zero to zero, minus zero included', () => {
    assert.equal(publishedCell(column('float64'), -3.2), 0)
    assert.equal(publishedCell(column('int32'), -1), 0)
    assert.ok(Object.is(publishedCell(column('float64'), -0), 0))
  })

  const misfits: readonly (readonly [Storage, unknown])[] = [
    ['utf8', 1],
    ['utf8', null],
    ['utf8', undefined],
    ['int32', 0x8000_0000],
    ['int32', 1.5],
    ['int32', '1'],
    ['int64', 2 ** 60],
    ['float64', Number.NaN],
    ['float64', Number.POSITIVE_INFINITY],
    ['bool', 'true'],
    ['bool', 1],
    ['date32', '12 August 2014'],
    ['date32', '2014-13-01'],
    ['date32', '2014-02-30'],
    ['date32', new Date(0)],
  ]
  for (const [storage, value] of misfits) {
    it(`refuses ${String(value)} in a column of ${storage}`, () => {
      assert.throws(() => publishedCell(column(storage), value), {
        name: 'TypeError',
        message: new RegExp(`^column sample takes ${storage}, not `),
      })
    })
  }

  it('refuses a key that is missing, even where null is allowed', () => {
    assert.throws(() => publishedCell(column('utf8', true), undefined), TypeError)
  })
})

describe('daysSinceEpoch', () => {
  it('counts whole days, also before 1970', () => {
    assert.equal(daysSinceEpoch('1970-01-02'), 1)
    assert.equal(daysSinceEpoch('1969-12-31'), -1)
    assert.equal(daysSinceEpoch('2014-08-12'), 16_294)
  })
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
    assert.deepEqual(batches.rest(), {
      length: 1,
      cells: [['xaa-undated-00000000'], ['1.1.1'], [7], [1], [0], [0], [0], [0]],
    })
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
})
