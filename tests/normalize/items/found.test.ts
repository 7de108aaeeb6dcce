import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { found, withoutOverlap } from '../../../pipeline/normalize/items/found.ts'

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => found('contact', start, start + length))

describe('withoutOverlap', () => {
  it('keeps the longer of two findings that share words', () => {
    assert.deepEqual(withoutOverlap([found('contact', 0, 4), found('contact', 2, 9)]), [
      found('contact', 2, 9),
    ])
  })

  it('keeps findings that stand side by side, in order of mention', () => {
    assert.deepEqual(withoutOverlap([found('contact', 5, 9), found('contact', 0, 5)]), [
      found('contact', 0, 5),
      found('contact', 5, 9),
    ])
  })

  it('leaves none that overlap, and drops none without an overlap', () => {
    fc.assert(
      fc.property(fc.array(span), (findings) => {
        const kept = withoutOverlap(findings)
        for (const [index, finding] of kept.entries()) {
          assert.ok(index === 0 || (kept[index - 1]?.end ?? 0) <= finding.start)
        }
        for (const { start, end } of findings)
          assert.ok(kept.some((other) => start < other.end && other.start < end))
      }),
    )
  })
})
