import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'vitest'
import { cutPower, isLoss } from './power-cuts.ts'

test('make all, killed in each of its steps, leaves a whole release and whole documents, and the next run sets all right', async (context) => {
  if (spawnSync('make', ['--version']).error) return context.skip('make is not installed')
  const cuts = await cutPower(3, 8)
  assert.equal(cuts.length, 3)
  assert.deepEqual(cuts.filter(isLoss), [])
})
