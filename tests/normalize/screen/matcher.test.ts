import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { makeMatcher, type Pattern } from '../../../pipeline/normalize/screen/index.ts'
import { UNACCOUNTED, WORDINGS } from '../../../pipeline/normalize/status/wordings/index.ts'

const PATTERNS: readonly Pattern[] = [...WORDINGS.map(({ pattern }) => pattern), UNACCOUNTED]
const firstMatch = makeMatcher(PATTERNS)

const SENTENCES = WORDINGS.flatMap(({ examples, counterExamples }) => [...examples, ...counterExamples])
const WORDS = [...new Set(SENTENCES.join(' ').split(/\s+/))]

const assertSame = (text: string): void => {
  for (const [place, pattern] of PATTERNS.entries()) {
    assert.equal(
      firstMatch(text, (at) => at === place) === place,
      pattern.test(text),
      `${WORDINGS[place]?.name ?? 'unaccounted'}: ${text}`,
    )
  }
}

describe('a matcher', () => {
  it('says of every wording what its pattern says, of sentences', () => {
    for (const sentence of SENTENCES) for (const text of [sentence, sentence.toUpperCase()]) assertSame(text)
  })

  it('says of every wording what its pattern says, of any words', () => {
    const words = fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 20 },
    )
    const separator = fc.constantFrom(' ', ' ', '\n', ', ', '-', '’', '')
    fc.assert(
      fc.property(words, separator, (list, between) => assertSame(list.join(between))),
      { numRuns: 300 },
    )
  })

  it('takes letters that are not ASCII for letters', () => {
    const [pattern] = WORDINGS.filter(({ name }) => name === 'draft')
    assert.ok(pattern)
    for (const text of ['édraft', 'draftй', 'draft²']) {
      assert.equal(makeMatcher([pattern.pattern])(text), null, text)
      assert.ok(!pattern.pattern.test(text), text)
    }
  })

  it('knows nothing of a pattern that it was not given', () => {
    assert.equal(makeMatcher([])('bell'), null)
  })
})
