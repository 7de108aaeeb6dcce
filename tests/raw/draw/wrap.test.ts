import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { wrap } from '../../../raw/specimen/draw/wrap.ts'

const upTo = (characters: number) => (line: string) => line.length <= characters

describe('wrap', () => {
  it('breaks at the last space that fits', () => {
    assert.deepEqual(wrap('one two three', upTo(8)), [
      { text: 'one two', last: false },
      { text: 'three', last: true },
    ])
  })

  it('breaks at every line feed, and ends a part of the paragraph there', () => {
    assert.deepEqual(wrap('one two\nthree', upTo(80)), [
      { text: 'one two', last: true },
      { text: 'three', last: true },
    ])
  })

  it('gives a word that is too wide a line of its own', () => {
    assert.deepEqual(
      wrap('a unbreakable b', upTo(4)).map((line) => line.text),
      ['a', 'unbreakable', 'b'],
    )
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
