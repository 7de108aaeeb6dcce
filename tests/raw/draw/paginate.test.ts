import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { paginate } from '../../../raw/specimen/draw/paginate.ts'
import type { Row } from '../../../raw/specimen/draw/row.ts'

const row = (height: number, before = 0, staysWithNext = false): Row => ({
  fragments: [],
  height,
  before,
  staysWithNext,
})

describe('paginate', () => {
  it('opens a page when the next row does not fit', () => {
    const pages = paginate([row(10), row(10), row(10)], 0, 25)
    assert.deepEqual(
      pages.map((page) => page.length),
      [2, 1],
    )
  })

  it('takes a heading to the page of the row that follows it', () => {
    const pages = paginate([row(10), row(10, 0, true), row(10)], 0, 25)
    assert.deepEqual(
      pages.map((page) => page.length),
      [1, 2],
    )
  })

  it('leaves out white space at the top of a page', () => {
    const pages = paginate([row(10, 5), row(10), row(10, 5)], 100, 122)
    assert.deepEqual(
      pages.map((page) => page[0]?.baseline),
      [108, 108],
    )
  })

  it('keeps all rows in order', () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 9 }), fc.boolean()),
    )
    fc.assert(
      fc.property(rows, (list) => {
        const given = list.map(([height, before, stays]) => row(height, before, stays))
        assert.deepEqual(
          paginate(given, 0, 60).flatMap((page) => page.map((placed) => placed.row)),
          given,
        )
      }),
    )
  })
})
