import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { editDistance, similarity } from '../../pipeline/parse/similarity.ts'

const short = fc.string({ maxLength: 12 })

describe('the edit distance', () => {
  it('counts letters put in, left out and changed', () => {
    assert.equal(editDistance('POLICY', 'POLICY'), 0)
    assert.equal(editDistance('POLICY', 'POLICIES'), 3)
    assert.equal(editDistance('', 'CIRT'), 4)
    assert.equal(editDistance('CIRT', ''), 4)
    assert.equal(editDistance('CIRT', 'CERT'), 1)
  })

  it('is the same both ways, and no longer by way of a third text', () => {
    fc.assert(
      fc.property(short, short, short, (a, b, c) => {
        assert.equal(editDistance(a, b), editDistance(b, a))
        assert.ok(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c))
      }),
    )
  })
})

describe('similarity', () => {
  it('is 1 for the same letters, however they are spaced', () => {
    assert.equal(similarity('RE GULATION', 'REGULAT ION'), 1)
    assert.equal(similarity('', ' '), 1)
  })

  it('is 0 for texts with nothing in common', () => {
    assert.equal(similarity('abc', 'xyz'), 0)
    assert.equal(similarity('', 'xyz'), 0)
  })

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        const value = similarity(a, b)
        assert.ok(value >= 0 && value <= 1)
      }),
    )
  })
})
