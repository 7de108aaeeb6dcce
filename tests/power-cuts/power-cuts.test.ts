import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'vitest'
import { cutPower, isLoss } from './power-cuts.ts'

test('make all, killed in each of its steps, leaves a whole release and whole documents, and a run after that repairs all', async (context) => {
  if (spawnSync('make', ['--version']).error) return context.skip('make is not installed')
  const cuts = await cutPower({ times: 3, seed: 8, cutsInARow: 3 })
  assert.equal(cuts.length, 3)
  assert.deepEqual(cuts.filter(isLoss), [])
})
