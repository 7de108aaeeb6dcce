import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import wordListPath from 'word-list'
import { isEnglishWord } from '../../pipeline/io/english-words.ts'
import { collectVocabulary, joinLines, judgeHyphen } from '../../pipeline/parse/note-text.ts'
import { placedLines } from '../lines.ts'

const join = (text: string, elsewhere = ''): string =>
  joinLines(placedLines(text), collectVocabulary(placedLines(elsewhere)))

describe('lines as running text', () => {
  const BREAKS = 'in all har-\nbours for a sea-\nworthy and unfor-\ngotten boat'
  test.each([
    ['are joined by spaces', 'The harbour\nis\nopen.', '', 'The harbour is open.'],
    ['keep the hyphen of a compound', 'a well-\nknown port', 'well-known', 'a well-known port'],
    ['keep the hyphen of an acronym', 'the KNOT-\nCERT team', '', 'the KNOT-CERT team'],
    ['keep the hyphen of years', 'from 2010-\n2012', '', 'from 2010-2012'],
    ['lose a hyphen that the document lacks elsewhere', 'har-\nbour', 'HARBOUR', 'harbour'],
    ['keep a hyphen and a space between two words', 'the harbour-\nmade rope', '', 'the harbour- made rope'],
    ['have no such space where words are broken', 'the harbour-\nmade rope', BREAKS, 'the harbour-made rope'],
    ['keep the space at a dash', 'the port -\nwhich is open', '', 'the port - which is open'],
    ['join an address at its hyphen', 'at www.safe-\nharbour.example.', '', 'at www.safe-harbour.example.'],
    [
      'join an address at a mark below',
      'http://www.pier\n.example/a now',
      '',
      'http://www.pier.example/a now',
    ],
    ['join an address at its mark', 'https://a.example/\nnew/b.html', '', 'https://a.example/new/b.html'],
    ['join a mail address', 'mail pier@\nreef.example', '', 'mail pier@reef.example'],
    ['end an address at its end', 'at http://a.example/\nfor all.', '', 'at http://a.example/ for all.'],
    ['end an address with its sentence', 'at www.a.example.\nA pier', '', 'at www.a.example. A pier'],
    ['lose soft hyphens', 'the har\u00ad\nbour of Wis\u00adtrel', '', 'the harbour of Wistrel'],
  ])('%s', (_, text, elsewhere, expected) => {
    assert.equal(join(text, elsewhere), expected)
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

const spells = (words: readonly string[], breaksWords = false) => ({
  occurs: (word: string) => words.includes(word),
  breaksWords,
})

describe('a hyphen at a line end', () => {
  test.each([
    ['instru', 'ments', 'broken_word'],
    ['tele', 'communications', 'broken_word'],
    ['ref', 'erential', 'broken_word'],
    ['Quel', 'vara', 'broken_word'],
    ['e', 'commerce', 'compound'],
    ['e', 'Port', 'compound'],
    ['co', 'sponsored', 'compound'],
    ['SOC', 'CCOC', 'compound'],
    ['Oceania', 'Pacific', 'compound'],
    ['sector', 'specific', 'compound'],
    ['security', 'related', 'with_space'],
    ['non', 'governmental', 'with_space'],
    ['Mid', 'Ocean', 'with_space'],
  ])('in %s-%s is %s', (head, tail, expected) => {
    assert.equal(judgeHyphen(head, tail, spells([])), expected)
  })

  it('joins two words where the document breaks words at line ends', () => {
    assert.equal(judgeHyphen('security', 'related', spells([], true)), 'compound')
    assert.equal(judgeHyphen('instru', 'ments', spells([], true)), 'broken_word')
  })

  test.each([
    ['Anti', 'spam', 'antispam', 'broken_word'],
    ['inter', 'national', 'inter-national', 'compound'],
    ['security', 'related', 'security-related', 'compound'],
  ])('in %s-%s follows the spelling %s of the document', (head, tail, word, expected) => {
    assert.equal(judgeHyphen(head, tail, spells([word])), expected)
  })
})

const words = readFileSync(wordListPath, 'utf8').split('\n').filter(Boolean)
const known = new Set(words)

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
