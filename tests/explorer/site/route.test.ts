import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import type { DataFiles } from '../../../pipeline/explorer/data/explorer-data.ts'
import { createRegistry, type Registry } from '../../../pipeline/explorer/site/data/registry.ts'
import { parseRoute, routeHref, VIEWS } from '../../../pipeline/explorer/site/route/route.ts'
import {
  parseSelection,
  selectionQuery,
  selectsAll,
} from '../../../pipeline/explorer/site/route/selection.ts'

describe('an address', () => {
  test.each([
    ['#/country/QEL/1.2.1?edition=2', 'country', ['QEL', '1.2.1'], { edition: '2' }],
    ...['', '#', '#/', '#/nonsense/a', 'x'].map((fragment) => [fragment, 'start', [], {}] as const),
    // addresses of version 0.1
    ['#/section/1.2.1', 'indicator', ['1.2.1'], {}],
    ['#/paper/x', 'source', ['x'], {}],
    ['#/downloads', 'download', [], {}],
    ['#/files', 'download', [], {}],
    // percent-encoding that was broken by hand
    ['#/item/%E0%A4%A', 'named', ['%E0%A4%A'], {}],
  ] as const)('%j names view, parts and query', (fragment, view, parts, query) => {
    assert.deepEqual(parseRoute(fragment), { view, parts, query })
  })

  test('gives every route back, and leaves empty words of a query out', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.isWellFormed())
    const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), text, { noNullPrototype: true })
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), fc.array(text), query, (view, parts, words) => {
        assert.deepEqual(parseRoute(routeHref(view, parts, words)), { view, parts, query: words })
      }),
    )
    assert.equal(routeHref('matrix', [], { text: '', sort: 'name' }), '#/matrix?sort=name')
  })
})

describe('a selection', () => {
  test('comes back from its query, which names the indicator; an address may give its code, or no status', () => {
    const lists = { statuses: ['partial', 'absent'], countries: ['XAA', 'XAB'] } as const
    const selection = { text: 'law', region: 'Asia', section: '1.2.1', ...lists }
    const query = selectionQuery(selection)
    assert.equal(query['in'], 'cirt')
    assert.deepEqual(parseSelection(query), selection)
    assert.deepEqual(parseSelection({ ...query, in: '1.2.1' }), selection)
    assert.deepEqual(parseSelection({ status: 'absent yes __proto__' }).statuses, ['absent'])
  })

  test('is not of everything where its query names something', () => {
    const queries = [{ sort: 'name' }, { in: '1.2.1' }, { text: 'law' }, { countries: 'XAA' }]
    const found = queries.map((query) => selectsAll(parseSelection(query)))
    assert.deepEqual(found, [true, false, false, false])
  })
})

describe('a data file', () => {
  const register = (work: (registry: Registry<DataFiles>) => void): Registry<DataFiles> => {
    const registry: Registry<DataFiles> = createRegistry(async () => work(registry))
    return registry
  }

  test('is loaded once, however often it is asked for, and may hold null', async () => {
    let runs = 0
    const registry = register(({ register }) => {
      runs++
      register('sources', null)
    })
    assert.deepEqual(await Promise.all([registry.load('sources'), registry.load('sources')]), [null, null])
    assert.equal(await registry.load('sources'), null)
    assert.equal(runs, 1)
  })

  test('that holds something else than it should is an error that names it; one that failed is tried again', async () => {
    let tries = 0
    const registry = register(({ register }) => {
      if (tries++ === 0) throw new Error('missing')
      register('sources', '../raw/')
    })
    await assert.rejects(registry.load('sources'), /missing/)
    assert.equal(await registry.load('sources'), '../raw/')
    await assert.rejects(registry.load('records/0'), /records\/0/)
  })
})
