import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isEnglishWord } from '../../pipeline/parse/english-words.ts'
import { keepsHyphen } from '../../pipeline/parse/hyphenation.ts'

const documentOf = (...words: string[]) => ({
  occurs: (word: string) => words.includes(word),
  isEnglish: isEnglishWord,
})

describe('a hyphen at a line end', () => {
  for (const [head, tail] of [
    ['instru', 'ments'],
    ['tele', 'communications'],
    ['ref', 'erential'],
    ['Quel', 'vara'],
  ] as const) {
    it(`is a break of the line in ${head}-${tail}`, () => {
      assert.equal(keepsHyphen(head, tail, documentOf()), false)
    })
  }

  for (const [head, tail] of [
    ['sector', 'specific'],
    ['security', 'related'],
    ['non', 'governmental'],
    ['e', 'commerce'],
    ['Sub', 'Sahara'],
    ['SOC', 'CCOC'],
  ] as const) {
    it(`belongs to the word in ${head}-${tail}`, () => {
      assert.equal(keepsHyphen(head, tail, documentOf()), true)
    })
  }

  it('follows the spelling of the document before all else', () => {
    assert.equal(keepsHyphen('Anti', 'spam', documentOf('antispam')), false)
    assert.equal(keepsHyphen('inter', 'national', documentOf('inter-national')), true)
  })
})
