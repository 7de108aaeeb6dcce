import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutPower } from './power-cuts.ts'

test('a build that is killed leaves the whole old release or the whole new one, and the next sets all right', async () => {
  const cuts = await cutPower(4, 8)
  assert.equal(cuts.length, 4)
  assert.deepEqual(
    cuts.filter(({ found, mended }) => found === 'neither' || !mended),
    [],
  )
})
