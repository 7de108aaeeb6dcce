import assert from 'node:assert/strict'
import { test } from 'vitest'
import { createRegistry, type Registry } from '../../../../pipeline/explorer/site/data/registry.ts'

test('a data file is loaded once, however often it is asked for', async () => {
  let runs = 0
  const registry: Registry = createRegistry(async () => {
    runs++
    registry.register('records/0', [])
  })
  await Promise.all([registry.load('records/0'), registry.load('records/0')])
  assert.deepEqual(await registry.load('records/0'), [])
  assert.equal(runs, 1)
})

test('a file that holds nothing, or something else than it should, is an error that names it', async () => {
  const registry: Registry = createRegistry(async () => registry.register('records/1', []))
  await assert.rejects(registry.load('records/0'), /records\/0/)
})

test('a file that could not be loaded is tried again when it is asked for again', async () => {
  let tries = 0
  const registry: Registry = createRegistry(async () => {
    tries++
    if (tries === 1) throw new Error('missing')
    registry.register('papers', '../raw/')
  })
  await assert.rejects(registry.load('papers'), /missing/)
  assert.equal(await registry.load('papers'), '../raw/')
})

test('the papers folder may be null and still be there', async () => {
  const registry: Registry = createRegistry(async () => registry.register('papers', null))
  assert.equal(await registry.load('papers'), null)
})
