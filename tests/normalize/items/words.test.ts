import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { isAbbreviation, isCapitalised, isNumber, wordsOf } from '../../../pipeline/normalize/items/words.ts'

describe('wordsOf', () => {
  it('gives the words with their places, punctuation left out', () => {
    assert.deepEqual(wordsOf('In Brel, (now).'), [
      { text: 'In', start: 0, end: 2 },
      { text: 'Brel', start: 3, end: 7 },
      { text: 'now', start: 10, end: 13 },
    ])
  })

  it('keeps a citation with its separators in one word', () => {
    for (const number of ['8,137/1990', '2013-2015', '166-A/2006', '436-FZ', '12.5']) {
      assert.deepEqual(
        wordsOf(`Law ${number}, now`).map(({ text }) => text),
        ['Law', number, 'now'],
      )
    }
  })

  it('keeps joined names in one word', () => {
    assert.deepEqual(
      wordsOf('Team/Centre of CERT.xx and R&D').map(({ text }) => text),
      ['Team/Centre', 'of', 'CERT.xx', 'and', 'R&D'],
    )
  })
})

describe('the looks of a word', () => {
  it('tell names, numbers and abbreviations', () => {
    assert.deepEqual(['Brel', 'eSafety', 'e-Trade', 'brel', '12'].map(isCapitalised), [
      true,
      true,
      true,
      false,
      false,
    ])
    assert.deepEqual(['12', '12/2008', 'C4'].map(isNumber), [true, true, false])
    assert.deepEqual(['NCC', 'R&D', 'Ncc', '2008', 'A'].map(isAbbreviation), [
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
