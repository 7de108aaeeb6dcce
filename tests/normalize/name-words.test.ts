import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { nameWords, normaliseName } from '../../pipeline/normalize/name-words.ts'

describe('normaliseName', () => {
  it('folds case, accents, apostrophes and hyphens', () => {
    assert.equal(normaliseName('CÔTE D’IVOIRE'), 'cote d ivoire')
    assert.equal(normaliseName("Côte d'Ivoire"), 'cote d ivoire')
    assert.equal(normaliseName('Guinea-Bissau'), 'guinea bissau')
    assert.equal(normaliseName('TÜRKİYE'), 'turkiye')
  })

  it('writes out the ampersand and abbreviations, and joins initials', () => {
    assert.equal(normaliseName('St. Kitts & Nevis'), 'saint kitts and nevis')
    assert.equal(normaliseName('Korea, Rep. of'), 'korea republic of')
    assert.equal(normaliseName('U.S.A.'), 'usa')
    assert.equal(normaliseName('D. R. Congo'), 'dr congo')
  })

  it('drops the article wherever it is', () => {
    assert.equal(normaliseName('The Gambia'), 'gambia')
    assert.equal(
      normaliseName('Democratic Republic of the Congo'),
      normaliseName('Democratic Republic of Congo'),
    )
  })

  it('changes nothing in a name that is already normalised', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseName(text)
        assert.equal(normaliseName(once), once)
      }),
    )
  })
})

describe('nameWords', () => {
  it('gives each word its place in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of nameWords(text)) assert.equal(text.slice(word.start, word.end), word.text)
      }),
    )
  })

  it('classifies what is between two words', () => {
    const gaps = (text: string) =>
      nameWords(text)
        .slice(1)
        .map((word) => word.gap)
    assert.deepEqual(gaps('Guinea-Bissau'), ['loose'])
    assert.deepEqual(gaps('St. Lucia'), ['loose'])
    assert.deepEqual(gaps('Korea (Republic of the)'), ['break', 'loose'])
    assert.deepEqual(gaps('Congo, the Democratic'), ['break'])
    assert.deepEqual(gaps('Guinea. Bissau'), ['stop'])
    assert.deepEqual(gaps('-Guinea -Bissau'), ['stop'])
    assert.deepEqual(gaps('Guinea; Bissau'), ['stop'])
  })

  it('ends a sentence behind initials', () => {
    assert.deepEqual(
      nameWords('the U.S. Japan').map(({ word, text }) => [word, text]),
      [
        ['us', 'U.S.'],
        ['japan', 'Japan'],
      ],
    )
  })

  it('keeps addresses out of the words', () => {
    assert.deepEqual(
      nameWords('see http://www.Kenya.go.ke or Info@Kenya.ke').map(({ word }) => word),
      ['see', '', 'or', ''],
    )
  })
})
