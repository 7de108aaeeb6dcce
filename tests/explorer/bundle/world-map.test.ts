import assert from 'node:assert/strict'
import { test } from 'vitest'
import { worldMap } from '../../../pipeline/explorer/bundle/world-map.ts'
import { COUNTRIES } from '../../../schemas/countries.ts'

/** Parts of other countries in the atlas, which publish no profile of their own. */
const WITHOUT_PLACE = ['BES', 'CCK', 'CXR', 'GLP', 'GUF', 'MTQ', 'MYT', 'REU', 'SJM', 'TKL']

const world = await worldMap()

test('every country has one place on the map, but for a few overseas parts of others', () => {
  const placed = world.places.flatMap(({ code }) => code ?? [])
  assert.equal(new Set(placed).size, placed.length)
  const missing = COUNTRIES.filter(({ code }) => !placed.includes(code)).map(({ code }) => code)
  assert.deepEqual(missing.sort(), WITHOUT_PLACE)
})

test('every place is drawn or marked, within the map', () => {
  for (const { code, outline, small, x, y } of world.places) {
    assert.ok(outline !== '' || small || code === null, `${code} cannot be seen`)
    assert.ok(x >= 0 && x <= world.width && y >= 0 && y <= world.height, `${code} is beyond the edge`)
  }
})

test('small states have a marker and large ones none', () => {
  const smallCodes = world.places.filter(({ small }) => small).map(({ code }) => code)
  for (const code of ['SGP', 'MLT', 'TUV', 'KIR', 'FSM', 'VAT', 'BRB'])
    assert.ok(smallCodes.includes(code), code)
  for (const code of ['BRA', 'FRA', 'AUS', 'NZL']) assert.ok(!smallCodes.includes(code), code)
})
