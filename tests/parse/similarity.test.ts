import assert from 'node:assert/strict'
import fc from 'fast-check'
import { it, test } from 'vitest'
import { editDistance, similarity } from '../../pipeline/parse/similarity.ts'

test.each([
  ['POLICY', 'POLICIES', 3, 5 / 8],
  ['CIRT', 'CERT', 1, 3 / 4],
  ['abc', 'xyz', 3, 0],
  ['', 'CIRT', 4, 0],
  ['RE GULATION', 'REGULAT ION', 2, 1],
  ['', ' ', 1, 1],
])('from %j to %j there are %i edits, and without spaces they are %d alike', (left, right, edits, alike) => {
  assert.deepEqual([editDistance(left, right), similarity(left, right)], [edits, alike])
})

it('an edit distance is the same both ways, and no longer by way of a third text', () => {
  const text = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      assert.equal(editDistance(a, b), editDistance(b, a))
      assert.ok(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c))
    }),
  )
})
