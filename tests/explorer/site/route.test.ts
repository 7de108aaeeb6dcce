import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import type { DataFiles } from '../../../pipeline/explorer/data/explorer-data.ts'
import { createRegistry, type Registry } from '../../../pipeline/explorer/site/data/registry.ts'
import { parseRoute, routeHref, VIEWS } from '../../../pipeline/explorer/site/route/route.ts'
import {
  parseSelection,
  selectionQuery,
  selectsAll,
} from '../../../pipeline/explorer/site/route/selection.ts'

test('an address names a view, its parts and a query', () => {
  assert.deepEqual(parseRoute('#/country/QEL/1.2.1?edition=2'), {
    view: 'country',
    parts: ['QEL', '1.2.1'],
    query: { edition: '2' },
  })
})

test('an address that names no view is that of the start page', () => {
  for (const fragment of ['', '#', '#/', '#/nonsense/a', 'x']) {
    assert.deepEqual([parseRoute(fragment).view, parseRoute(fragment).parts], ['start', []], fragment)
  }
})

test('addresses of version 0.1 still lead to their views', () => {
  assert.deepEqual(
    ['#/section/1.2.1', '#/item', '#/paper/x', '#/downloads', '#/files'].map(
      (fragment) => parseRoute(fragment).view,
    ),
    ['indicator', 'named', 'source', 'download', 'download'],
  )
})

test('percent-encoding that was broken by hand is taken as it is', () => {
  assert.deepEqual(parseRoute('#/item/%E0%A4%A').parts, ['%E0%A4%A'])
})

test('every route comes back from its address', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.isWellFormed())
  const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), text, { noNullPrototype: true })
  fc.assert(
    fc.property(
      fc.constantFrom(...VIEWS),
      fc.array(text.filter((part) => part !== '')),
      query,
      (view, parts, words) => {
        assert.deepEqual(parseRoute(routeHref(view, parts, words)), { view, parts, query: words })
      },
    ),
  )
})

test('empty words of a query are left out of the address', () => {
  assert.equal(routeHref('matrix', [], { text: '', sort: 'name' }), '#/matrix?sort=name')
})

test('an indicator is named in addresses, and found by the code of its section too', () => {
  assert.equal(selectionQuery(parseSelection({ in: '1.2.1' }))['in'], 'cirt')
  assert.equal(parseSelection({ in: 'cirt' }).section, '1.2.1')
})

test('a selection comes back from its query', () => {
  const selection = {
    text: 'law',
    region: 'Asia',
    statuses: ['partial', 'absent'],
    countries: ['XAA', 'XAB'],
    section: '1.2.1',
  } as const
  assert.deepEqual(parseSelection(selectionQuery(selection)), selection)
})

test('statuses that the vocabulary does not have are passed over', () => {
  assert.deepEqual(parseSelection({ status: 'absent yes __proto__' }).statuses, ['absent'])
})

test('a query that names something selects not everything', () => {
  assert.ok(selectsAll(parseSelection({ sort: 'name' })))
  for (const query of [{ in: '1.2.1' }, { text: 'law' }, { countries: 'XAA' }]) {
    assert.ok(!selectsAll(parseSelection(query)))
  }
})

test('a data file is loaded once, however often it is asked for', async () => {
  let runs = 0
  const registry: Registry<DataFiles> = createRegistry(async () => {
    runs++
    registry.register('records/0', [])
  })
  await Promise.all([registry.load('records/0'), registry.load('records/0')])
  assert.deepEqual(await registry.load('records/0'), [])
  assert.equal(runs, 1)
})

test('a file that holds nothing, or something else than it should, is an error that names it', async () => {
  const registry: Registry<DataFiles> = createRegistry(async () => registry.register('records/1', []))
  await assert.rejects(registry.load('records/0'), /records\/0/)
})

test('a file that could not be loaded is tried again when it is asked for again', async () => {
  let tries = 0
  const registry: Registry<DataFiles> = createRegistry(async () => {
    tries++
    if (tries === 1) throw new Error('missing')
    registry.register('sources', '../raw/')
  })
  await assert.rejects(registry.load('sources'), /missing/)
  assert.equal(await registry.load('sources'), '../raw/')
})

test('the folder of sources may be null and still be there', async () => {
  const registry: Registry<DataFiles> = createRegistry(async () => registry.register('sources', null))
  assert.equal(await registry.load('sources'), null)
})
