import assert from 'node:assert/strict'
import { it } from 'vitest'
import { breakClosingLines } from '../../../pipeline/extract/flowed-text/closing-lines.ts'

it('each closing line gets a line of its own, and its date ends it', () => {
  const text = `None. ${'-'.repeat(20)} DISCLAIMER: see there More information is available on ITU website Last updated on 12th\nAugust 2014 3`
  assert.deepEqual(breakClosingLines(text).split('\n'), [
    'None.',
    '-'.repeat(20),
    'DISCLAIMER: see there',
    'More information is available on ITU website',
    'Last updated on 12th August 2014',
    '3',
  ])
})

it('a pointer to another source within a note stays', () => {
  const text = 'More rules hold. More information is available at the Bell Board.'
  assert.equal(breakClosingLines(text), text)
})
