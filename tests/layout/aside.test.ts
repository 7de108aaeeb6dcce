import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { layout } from '../../pipeline/layout/index.ts'
import { pointPage, run } from './point-page.ts'

describe('text that is none of the lines of a page', () => {
  it('is set aside with its place where it is turned, and leaves the line that it crosses whole', () => {
    const { lines, furniture } = layout([
      pointPage([
        run('The port has a team for', 72, 400),
        run('computer incidents.', 72, 386),
        run('DRAFT', 100, 395, { angle: 90 }),
      ]),
    ])
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['The port has a team for', 'computer incidents.'],
    )
    assert.deepEqual(
      furniture.map(({ text, page, x0, y0, x1, y1 }) => [text, page, ...[x0, y0, x1, y1].map(Math.round)]),
      [['DRAFT', 1, 93, 395, 103, 420]],
    )
  })

  it('is set aside where the page does not reach', () => {
    const { lines, furniture } = layout([
      pointPage([
        run('Seen', 72, 400),
        run('left', -300, 400),
        run('right', 600, 400),
        run('above', 72, 900),
        run('below', 72, -20),
        run('half in', -10, 380),
      ]),
    ])
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['Seen', 'half in'],
    )
    assert.deepEqual(
      furniture.map(({ text }) => text),
      ['left', 'right', 'above', 'below'],
    )
  })
})
