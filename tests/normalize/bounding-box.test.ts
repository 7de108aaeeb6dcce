import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { layout } from '../../pipeline/layout/index.ts'
import { placeOf } from '../../pipeline/normalize/note.ts'
import { pointPage, run } from '../layout/point-page.ts'
import { placedLines } from '../lines.ts'

describe('the place of a line', () => {
  it('is its box in points, to the hundredth', () => {
    const [line] = layout([pointPage([run('abcd', 100.123_456, 500)], 3)]).lines
    assert.ok(line)
    assert.deepEqual(placeOf(line), { page: 3, x0: 100.12, y0: 497.5, x1: 120.12, y1: 507.5 })
  })

  it('has no negative zero, which formats write differently', () => {
    const [line] = layout([pointPage([run('abcd', -0.001, 2.5)])]).lines
    assert.ok(line)
    const { x0, y0 } = placeOf(line)
    assert.ok(Object.is(x0, 0) && Object.is(y0, 0))
  })

  it('is the page alone where the source has no positions', () => {
    const [line] = placedLines('words')
    assert.ok(line)
    assert.deepEqual(placeOf(line), { page: 1, x0: null, y0: null, x1: null, y1: null })
  })
})
