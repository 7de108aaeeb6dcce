import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { paginate } from '../../raw/specimen/draw/paginate.ts'
import type { Row } from '../../raw/specimen/draw/row.ts'
import { wrap } from '../../raw/specimen/draw/wrap.ts'

const row = (height: number, before = 0, staysWithNext = false): Row => ({
  fragments: [],
  height,
  before,
  staysWithNext,
})

describe('paginate', () => {
  it('opens a page when the next row does not fit, and takes a heading along', () => {
    const count = (rows: readonly Row[]) => paginate(rows, 0, 25).map((page) => page.length)
    assert.deepEqual(count([row(10), row(10), row(10)]), [2, 1])
    assert.deepEqual(count([row(10), row(10, 0, true), row(10)]), [1, 2])
  })

  it('leaves out white space at the top of a page', () => {
    const pages = paginate([row(10, 5), row(10), row(10, 5)], 100, 122)
    assert.deepEqual(
      pages.map((page) => page[0]?.baseline),
      [108, 108],
    )
  })

  it('keeps all rows in order', () => {
    const given = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 9 }), fc.boolean())
    fc.assert(
      fc.property(fc.array(given.map((parts) => row(...parts))), (rows) => {
        const placed = paginate(rows, 0, 60).flatMap((page) => page.map((place) => place.row))
        assert.deepEqual(placed, rows)
      }),
    )
  })
})

describe('wrap', () => {
  const upTo = (characters: number) => (line: string) => line.length <= characters

  it('breaks at the last space that fits, at every line feed, and around a word that is too wide', () => {
    for (const [text, width, expected] of [
      ['one two three', 8, ['one two', 'three!']],
      ['one two\nthree', 80, ['one two!', 'three!']],
      ['a unbreakable b', 4, ['a', 'unbreakable', 'b!']],
    ] as const) {
      const lines = wrap(text, upTo(width)).map((line) => `${line.text}${line.last ? '!' : ''}`)
      assert.deepEqual(lines, expected)
    }
  })

  it('keeps all words in order, and every line of several words fits', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 })
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (list, width) => {
        const lines = wrap(list.join(' '), upTo(width)).map((line) => line.text)
        assert.equal(lines.join(' '), list.join(' '))
        for (const line of lines) assert.ok(line.length <= width || !line.includes(' '))
      }),
    )
  })
})
