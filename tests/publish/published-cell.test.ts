import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { daysSinceEpoch, publishedCell } from '../../pipeline/publish/published-cell.ts'
import type { Column, Storage } from '../../schemas/index.ts'

const column = (storage: Storage, nullable = false): Column => ({
  name: 'sample',
  description: 'A column.',
  storage,
  nullable,
  values: null,
})

describe('a published cell', () => {
  it('keeps values of the declared type as they are', () => {
    assert.equal(publishedCell(column('utf8'), 'NA'), 'NA')
    assert.equal(publishedCell(column('int32'), 0x7fff_ffff), 0x7fff_ffff)
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
