import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import wordListPath from 'word-list'
import { isEnglishWord } from '../../pipeline/io/english-words.ts'
import { collectVocabulary, joinLines, judgeHyphen } from '../../pipeline/parse/note-text.ts'
import { readCases } from '../case-file.ts'
import { placedLines } from '../lines.ts'

const join = (text: string, elsewhere = ''): string =>
  joinLines(placedLines(text), collectVocabulary(placedLines(elsewhere)))

describe('lines as running text', () => {
  test.each(readCases(import.meta.url, 'lines as running text'))('%s', (_, text, elsewhere, expected) => {
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
  test.each(readCases(import.meta.url, 'a hyphen at a line end'))(
    'in %s-%s beside the spelling %j is %s',
    (head, tail, word, expected) => {
      assert.equal(judgeHyphen(head, tail, spells(word === '' ? [] : [word])), expected)
    },
  )

  it('joins two words where the document breaks words at line ends', () => {
    assert.equal(judgeHyphen('security', 'related', spells([], true)), 'compound')
    assert.equal(judgeHyphen('instru', 'ments', spells([], true)), 'broken_word')
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
