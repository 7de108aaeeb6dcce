import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { isEnglishWord } from '../../pipeline/parse/english-words.ts'
import { isBrokenWord, lineEndHyphen } from '../../pipeline/parse/hyphenation.ts'

const documentOf = (...words: string[]) => ({
  occurs: (word: string) => words.includes(word),
  isEnglish: isEnglishWord,
  breaksWords: false,
})

describe('a hyphen at a line end', () => {
  for (const [head, tail] of [
    ['instru', 'ments'],
    ['tele', 'communications'],
    ['ref', 'erential'],
    ['Quel', 'vara'],
  ] as const) {
    it(`is a break of the line in ${head}-${tail}`, () => {
      assert.equal(lineEndHyphen(head, tail, documentOf()), 'broken_word')
    })
  }

  for (const [head, tail] of [
    ['e', 'commerce'],
    ['e', 'Port'],
    ['co', 'sponsored'],
    ['SOC', 'CCOC'],
    ['Oceania', 'Pacific'],
  ] as const) {
    it(`joins parts of which the first cannot stand alone in ${head}-${tail}`, () => {
      assert.equal(lineEndHyphen(head, tail, documentOf()), 'compound')
    })
  }

  for (const [head, tail] of [
    ['security', 'related'],
    ['non', 'governmental'],
    ['Mid', 'Ocean'],
  ] as const) {
    it(`keeps the line end as a space between words that stand alone in ${head}-${tail}`, () => {
      assert.equal(lineEndHyphen(head, tail, documentOf()), 'with_space')
    })
  }

  it('joins the compounds of the template’s own sentences', () => {
    assert.equal(lineEndHyphen('sector', 'specific', documentOf()), 'compound')
  })

  it('joins two words where the document breaks words at line ends', () => {
    const hyphenated = { ...documentOf(), breaksWords: true }
    assert.equal(lineEndHyphen('security', 'related', hyphenated), 'compound')
    assert.equal(lineEndHyphen('instru', 'ments', hyphenated), 'broken_word')
  })

  it('follows the spelling of the document before all else', () => {
    assert.equal(lineEndHyphen('Anti', 'spam', documentOf('antispam')), 'broken_word')
    assert.equal(lineEndHyphen('inter', 'national', documentOf('inter-national')), 'compound')
    assert.equal(lineEndHyphen('security', 'related', documentOf('security-related')), 'compound')
  })
})

describe('a broken word', () => {
  it('is one that English has, though not both its parts', () => {
    assert.ok(isBrokenWord('instru', 'ments', documentOf()))
    assert.equal(isBrokenWord('harbour', 'made', documentOf()), false)
    assert.equal(isBrokenWord('work', 'shop', documentOf()), false)
    assert.equal(isBrokenWord('Quel', 'vara', documentOf()), false)
    assert.equal(isBrokenWord('co', 'operation', documentOf()), false)
  })
})
