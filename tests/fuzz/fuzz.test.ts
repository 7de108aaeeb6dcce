import assert from 'node:assert/strict'
import { test } from 'vitest'
import { fuzz, mutantOf } from './fuzz.ts'

test('a seed gives the same mutant every time, and another seed another', async () => {
  assert.deepEqual(await mutantOf(1), await mutantOf(1))
  assert.notDeepEqual(await mutantOf(1), await mutantOf(2))
})

test('three hundred mutants of the specimens are read or set aside, without a fault of the reader', async () => {
  const { outcomes, faults } = await fuzz(1, 300, 2)
  assert.deepEqual(faults, [])
  assert.ok((outcomes.get('read') ?? 0) > 50, 'too few mutants get through to the rows')
})
