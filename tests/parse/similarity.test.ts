import assert from 'node:assert/strict'
import fc from 'fast-check'
import { it, test } from 'vitest'
import { editDistance, similarity } from '../../pipeline/parse/similarity.ts'

const short = fc.string({ maxLength: 12 })

test.each([
  ['POLICY', 'POLICIES', 3],
  ['', 'CIRT', 4],
  ['CIRT', 'CERT', 1],
])('from %j to %j there are %i edits', (left, right, edits) => {
  assert.equal(editDistance(left, right), edits)
})

it('an edit distance is the same both ways, and no longer by way of a third text', () => {
  fc.assert(
    fc.property(short, short, short, (a, b, c) => {
      assert.equal(editDistance(a, b), editDistance(b, a))
      assert.ok(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c))
    }),
  )
})

test.each([
  ['RE GULATION', 'REGULAT ION', 1],
  ['', ' ', 1],
  ['abc', 'xyz', 0],
  ['', 'xyz', 0],
])('the similarity of %j and %j is %i', (left, right, expected) => {
  assert.equal(similarity(left, right), expected)
})
