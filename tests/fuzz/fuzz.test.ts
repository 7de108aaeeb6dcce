import assert from 'node:assert/strict'
import { test } from 'vitest'
import { fuzz, makeMutant } from './fuzz.ts'

test('a seed gives the same mutant every time, and another seed another', async () => {
  assert.deepEqual(await makeMutant(1), await makeMutant(1))
  assert.notDeepEqual(await makeMutant(1), await makeMutant(2))
})

test('three hundred mutated samples are read or rejected, without a fault of the reader', async () => {
  const { outcomes, faults } = await fuzz(1, 300, 2)
  assert.deepEqual(faults, [])
  assert.ok((outcomes.get('read') ?? 0) > 50, 'too few mutated samples reach the rows')
})
