import assert from 'node:assert/strict'
import { test } from 'vitest'
import { findMedian, largest, smallest } from '../../pipeline/io/numbers.ts'

test('finds extremes of more values than fit on the stack, and of an empty list', () => {
  const values = Array.from({ length: 500_000 }, (_, index) => index)
  assert.deepEqual([largest(values), smallest(values)], [499_999, 0])
  assert.deepEqual([largest([]), smallest([])], [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
})

test('finds the number in the middle, the upper of two', () => {
  assert.deepEqual([findMedian([7, 1, 4]), findMedian([10, 2, 9, 1]), findMedian([])], [4, 9, undefined])
})
