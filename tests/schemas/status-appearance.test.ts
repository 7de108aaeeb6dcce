import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { at } from '../../pipeline/io/at.ts'
import { STATUS_APPEARANCE, STATUSES } from '../../schemas/index.ts'

type Triple = readonly [number, number, number]

/** How eyes without one kind of cone see linear RGB: Machado, Oliveira and Fernandes (2009), severity 1.0. */
const EYES = Object.entries({
  'all cones': '1 0 0 0 1 0 0 0 1',
  protanopia: '0.152286 1.052583 -0.204868 0.114503 0.786281 0.099216 -0.003882 -0.048116 1.051998',
  deuteranopia: '0.367322 0.860646 -0.227968 0.280085 0.672501 0.047413 -0.01182 0.04294 0.968881',
  tritanopia: '1.255528 -0.076749 -0.178779 -0.078411 0.930809 0.147602 0.004733 0.691367 0.3039',
})

const linear = (fill: string): Triple => {
  const channel = (at: number): number => {
    const value = Number.parseInt(fill.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** A matrix, row by row, times a colour, within what a screen shows. */
const times = (matrix: string, color: Triple): Triple => {
  const factors = matrix.split(' ').map(Number)
  const channel = (row: number): number => {
    const sum = color.reduce((total, value, column) => total + value * at(factors, 3 * row + column), 0)
    return Math.min(1, Math.max(0, sum))
  }
  return [channel(0), channel(1), channel(2)]
}

const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** CIE L*a*b* under D65, in which a distance of 2.3 is just noticeable. */
const lab = ([r, g, b]: Triple): Triple => {
  const curve = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 27 / 116 + 16 / 116
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = curve(luminance([r, g, b]))
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

describe('the appearance of a status', () => {
  it('has a label, a mark and a fill of its own', () => {
    const looks = STATUSES.map((status) => STATUS_APPEARANCE[status])
    for (const part of ['label', 'mark', 'fill'] as const) {
      assert.equal(new Set(looks.map((look) => look[part])).size, STATUSES.length, part)
    }
    for (const { mark, fill } of looks) assert.match(mark + fill, /^.#[0-9a-f]{6}$/u)
  })

  it('keeps black text readable by the enhanced contrast of WCAG 2 (7 to 1)', () => {
    for (const status of STATUSES) {
      const contrast = (luminance(linear(STATUS_APPEARANCE[status].fill)) + 0.05) / 0.05
      assert.ok(contrast >= 7, `${status} has a contrast of ${contrast.toFixed(1)}`)
    }
  })

  it.each(EYES)('distinguishes every two statuses with %s', (_, matrix) => {
    const seen = STATUSES.map((status) => lab(times(matrix, linear(STATUS_APPEARANCE[status].fill))))
    for (const [index, left] of seen.entries()) {
      for (const [other, right] of seen.slice(0, index).entries()) {
        const apart = Math.hypot(...left.map((value, axis) => value - at(right, axis)))
        assert.ok(apart >= 10, `${STATUSES[index]} and ${STATUSES[other]} are ${apart.toFixed(1)} apart`)
      }
    }
  })
})
