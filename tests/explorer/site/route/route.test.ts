import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { parseRoute, routeHref, VIEWS } from '../../../../pipeline/explorer/site/route/route.ts'

test('an address names a view, its parts and a query', () => {
  assert.deepEqual(parseRoute('#/country/QEL/1.2.1?edition=2'), {
    view: 'country',
    parts: ['QEL', '1.2.1'],
    query: { edition: '2' },
  })
})

test('an address that names no view is that of the matrix', () => {
  for (const fragment of ['', '#', '#/', '#/nonsense/a', 'x']) {
    assert.deepEqual([parseRoute(fragment).view, parseRoute(fragment).parts], ['matrix', []], fragment)
  }
})

test('percent-encoding that was broken by hand is taken as it stands', () => {
  assert.deepEqual(parseRoute('#/item/%E0%A4%A').parts, ['%E0%A4%A'])
})

test('every route comes back from its address', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.isWellFormed())
  const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), text, { noNullPrototype: true })
  fc.assert(
    fc.property(fc.constantFrom(...VIEWS), fc.array(text), query, (view, parts, words) => {
      assert.deepEqual(parseRoute(routeHref(view, parts, words)), { view, parts, query: words })
    }),
  )
})

test('empty words of a query are left out of the address', () => {
  assert.equal(routeHref('matrix', [], { text: '', sort: 'name' }), '#/matrix?sort=name')
})
