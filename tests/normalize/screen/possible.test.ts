import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { possibleAmong } from '../../../pipeline/normalize/screen/index.ts'
import { HARMLESS, WORDINGS } from '../../../pipeline/normalize/status/wordings/index.ts'

const possible = possibleAmong(HARMLESS, (pattern) => pattern)

const WORDS = HARMLESS.flatMap(({ source }) => source.match(/[a-z]{2,}/gi) ?? []).concat(
  WORDINGS.flatMap(({ examples }) => examples).flatMap((example) => example.split(' ')),
)

describe('the patterns that a text may match', () => {
  it('are all that it matches, in their order', () => {
    const words = fc.array(fc.constantFrom(...WORDS, '2', '12/3', 'é', ','), { maxLength: 15 })
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ')
        const found = possible(text)
        for (const pattern of HARMLESS)
          assert.ok(text.search(pattern) === -1 || found.includes(pattern), text)
        assert.deepEqual(
          found,
          HARMLESS.filter((pattern) => found.includes(pattern)),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('are none of those whose words it lacks', () => {
    const some = possibleAmong([/\bbell\b/i, /horn/, /\bno\s+lamp/i], (pattern) => pattern)
    assert.deepEqual(some('The BELL has no lamps'), [/\bbell\b/i, /horn/, /\bno\s+lamp/i])
    assert.deepEqual(some('The bellman'), [/horn/])
  })
})
