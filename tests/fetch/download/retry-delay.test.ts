import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { retryAfter, retryDelay } from '../../../pipeline/fetch/download/retry-delay.ts'

const settings = { first_delay: 1, longest_delay: 60 }

test('without a word of the server the span doubles, and chance takes from half of it to all of it', () => {
  for (const [attempt, span] of [
    [1, 1],
    [2, 2],
    [3, 4],
    [20, 60],
  ] as const) {
    assert.equal(retryDelay(attempt, null, settings, 0), span / 2)
    assert.equal(retryDelay(attempt, null, settings, 1), span)
  }
})

test('a server that asks for time gets it, and one that asks for too much is given up', () => {
  assert.equal(retryDelay(3, 7, settings, 0.5), 7)
  assert.equal(retryDelay(1, 0, settings, 0.5), 0)
  assert.equal(retryDelay(1, 61, settings, 0.5), null)
})

test('Retry-After is understood as seconds and as a date, to the second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
      const now = Date.UTC(2026, 0, 2, 3, 4, 5)
      assert.equal(retryAfter(String(seconds), now), seconds)
      assert.equal(retryAfter(new Date(now + seconds * 1000).toUTCString(), now), seconds)
    }),
  )
})

test('a date that is past asks for nothing, and what is no Retry-After says nothing', () => {
  const now = Date.UTC(2026, 0, 2)
  assert.equal(retryAfter(new Date(now - 5000).toUTCString(), now), 0)
  for (const header of ['', 'soon', '-1', '1.5', 'Someday, maybe'])
    assert.equal(retryAfter(header, now), null)
})
