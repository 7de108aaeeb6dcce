import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import {
  moved,
  parseWindow,
  WHOLE_MAP,
  windowText,
  zoomed,
} from '../../../../pipeline/explorer/site/model/map-window.ts'

test('however the map is moved and enlarged, nothing beyond its edges is shown', () => {
  const step = fc.tuple(
    fc.constantFrom(0.5, 1, 2),
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.double({ min: -2, max: 2, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { x, y, zoom } = steps.reduce(
        (window, [factor, right, down]) => moved(zoomed(window, factor), right, down),
        WHOLE_MAP,
      )
      const half = 0.5 / zoom
      assert.ok(zoom >= 1 && zoom <= 32)
      for (const middle of [x, y]) assert.ok(middle >= half - 1e-9 && middle <= 1 - half + 1e-9)
    }),
  )
})

test('a window comes back from the address', () => {
  const window = moved(zoomed(WHOLE_MAP, 4), 0.5, -0.25)
  assert.deepEqual(parseWindow(windowText(window)), { x: 0.625, y: 0.438, zoom: 4 })
})

test('the whole map, and an address without sense, need no window', () => {
  assert.equal(windowText(WHOLE_MAP), '')
  for (const text of ['', 'a b c', '0.5 0.5', '0.5 0.5 NaN']) assert.deepEqual(parseWindow(text), WHOLE_MAP)
})
