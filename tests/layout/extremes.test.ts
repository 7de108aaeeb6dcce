import assert from 'node:assert/strict'
import { test } from 'vitest'
import { largest, smallest } from '../../pipeline/layout/extremes.ts'

test('a line may hold more words than fit on the stack', () => {
  const values = Array.from({ length: 500_000 }, (_, index) => index)
  assert.equal(largest(values), 499_999)
  assert.equal(smallest(values), 0)
})

test('of none there is no extreme', () => {
  assert.equal(largest([]), Number.NEGATIVE_INFINITY)
  assert.equal(smallest([]), Number.POSITIVE_INFINITY)
})
