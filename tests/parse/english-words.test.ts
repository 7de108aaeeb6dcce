import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { it } from 'vitest'
import wordListPath from 'word-list'
import { isEnglishWord } from '../../pipeline/parse/english-words.ts'

const words = readFileSync(wordListPath, 'utf8').split('\n').filter(Boolean)
const known = new Set(words)

it('tells English words from other strings of letters', () => {
  assert.ok(['implementing', 'government', 'of'].every(isEnglishWord))
  assert.ok(!['implement-', 'erential', 'Government', ''].some(isEnglishWord))
})

it('finds every word of the list, the first and the last among them', () => {
  assert.ok(words.length > 100_000)
  const samples = words.filter((_, index) => index % 97 === 0)
  assert.ok([...samples, ...words.slice(0, 2), ...words.slice(-2)].every(isEnglishWord))
})

it('knows the words of the list and no other text', () => {
  const near = fc.tuple(fc.constantFrom(...words.slice(0, 5_000)), fc.string({ maxLength: 2 }))
  fc.assert(
    fc.property(near, ([word, end]) => {
      const text = word + end
      assert.equal(isEnglishWord(text), known.has(text))
    }),
  )
})
