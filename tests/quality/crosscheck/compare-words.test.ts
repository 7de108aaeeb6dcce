import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { compareWords } from '../../../pipeline/quality/crosscheck/compare-words.ts'

const compare = (ours: string, poppler: string): string[] =>
  compareWords(ours.split(' ').filter(Boolean), poppler.split(' ').filter(Boolean)).map(
    (difference) => `${difference.kind}: ${difference.ours.join(' ')} | ${difference.poppler.join(' ')}`,
  )

describe('compareWords', () => {
  test('names each stretch by itself', () => {
    assert.deepEqual(compare('a law of 2007 on data was passed', 'a law of 2001 on data once passed'), [
      'words: 2007 | 2001',
      'words: was | once',
    ])
  })

  test('shows a word that only one of them has', () => {
    assert.deepEqual(compare('there is a team', 'there is no team yet'), ['words: a | no', 'words:  | yet'])
    assert.deepEqual(compare('there is', ''), ['words: there is | '])
  })

  test('shows words in another order', () => {
    assert.deepEqual(compare('left one right one', 'left right one one'), ['words: one | ', 'words:  | one'])
  })

  test('tells spaces from letters', () => {
    assert.deepEqual(compare('an o fficial body', 'an official body'), ['spacing: o fficial | official'])
  })

  test('takes a word that poppler leaves in two lines for the same word, with and without its hyphen', () => {
    assert.deepEqual(compare('for cybersecurity now', 'for cyber- security now'), [])
    assert.deepEqual(compare('a cross-border case', 'a cross- border case'), [])
    assert.deepEqual(compare('for cybersecurity now', 'for cyber- safety now'), [
      'words: cybersecurity | cyber- safety',
    ])
  })

  test('leaves out what both have, and nothing else', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (ours, poppler) => {
        const differences = compareWords(ours, poppler)
        const count = (word: string, lists: readonly (readonly string[])[]): number =>
          lists.flat().filter((other) => other === word).length
        for (const word of ours) {
          assert.equal(
            count(word, [ours]) -
              count(
                word,
                differences.map((difference) => difference.ours),
              ),
            count(word, [poppler]) -
              count(
                word,
                differences.map((difference) => difference.poppler),
              ),
          )
        }
        assert.equal(differences.length === 0, ours.join(' ') === poppler.join(' '))
      }),
    )
  })
})
