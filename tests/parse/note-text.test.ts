import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import wordListPath from 'word-list'
import { isEnglishWord } from '../../pipeline/io/english-words.ts'
import { collectVocabulary, joinLines, judgeHyphen } from '../../pipeline/parse/note-text.ts'
import { placedLines } from '../lines.ts'

const join = (text: string, elsewhere = ''): string =>
  joinLines(placedLines(text), collectVocabulary(placedLines(elsewhere)))

describe('lines as running text', () => {
  it('are joined by spaces', () => {
    assert.equal(join('The harbour\nis\nopen.'), 'The harbour is open.')
  })

  it('keep the hyphen of a compound at a line end, without a space behind it', () => {
    assert.equal(join('a well-\nknown port', 'well-known'), 'a well-known port')
    assert.equal(join('the KNOT-\nCERT team'), 'the KNOT-CERT team')
    assert.equal(join('from 2010-\n2012'), 'from 2010-2012')
  })

  it('lose a hyphen where the document writes the word without it elsewhere', () => {
    assert.equal(join('the har-\nbour is open', 'Each HARBOUR is small.'), 'the harbour is open')
  })

  it('keep a hyphen between two words that make no third, and the line end as a space', () => {
    assert.equal(join('the harbour-\nmade rope'), 'the harbour- made rope')
  })

  it('take no line end for a space where words are broken at line ends', () => {
    const elsewhere = 'in all har-\nbours for a sea-\nworthy and unfor-\ngotten boat'
    assert.equal(join('the harbour-\nmade rope', elsewhere), 'the harbour-made rope')
  })

  it('keep the space at a dash that belongs to no word', () => {
    assert.equal(join('the port -\nwhich is open'), 'the port - which is open')
  })

  it('lose soft hyphens, at line ends and within', () => {
    assert.equal(join('the har\u00ad\nbour of Wis\u00adtrel'), 'the harbour of Wistrel')
  })

  it('are empty where there are none', () => {
    assert.equal(join(''), '')
  })

  it('keep every letter in its order', () => {
    const letters = (text: string): string => text.replace(/\P{L}/gu, '')
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'Bc', 'd-', '-', '\u00ad', ' ', '\n'), { maxLength: 30 }),
        (parts) => {
          const text = parts.join('').replace(/ +/g, ' ') // wide gaps would be columns
          assert.equal(letters(join(text, 'ad add bcd')), letters(text))
        },
      ),
    )
  })
})

const spells = (...words: string[]) => ({
  occurs: (word: string) => words.includes(word),
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
      assert.equal(judgeHyphen(head, tail, spells()), 'broken_word')
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
      assert.equal(judgeHyphen(head, tail, spells()), 'compound')
    })
  }

  for (const [head, tail] of [
    ['security', 'related'],
    ['non', 'governmental'],
    ['Mid', 'Ocean'],
  ] as const) {
    it(`keeps the line end as a space between words that stand alone in ${head}-${tail}`, () => {
      assert.equal(judgeHyphen(head, tail, spells()), 'with_space')
    })
  }

  it('joins the compounds of the template’s own sentences', () => {
    assert.equal(judgeHyphen('sector', 'specific', spells()), 'compound')
  })

  it('joins two words where the document breaks words at line ends', () => {
    const hyphenated = { ...spells(), breaksWords: true }
    assert.equal(judgeHyphen('security', 'related', hyphenated), 'compound')
    assert.equal(judgeHyphen('instru', 'ments', hyphenated), 'broken_word')
  })

  it('follows the spelling of the document before all else', () => {
    assert.equal(judgeHyphen('Anti', 'spam', spells('antispam')), 'broken_word')
    assert.equal(judgeHyphen('inter', 'national', spells('inter-national')), 'compound')
    assert.equal(judgeHyphen('security', 'related', spells('security-related')), 'compound')
  })
})

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
