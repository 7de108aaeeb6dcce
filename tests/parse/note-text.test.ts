import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { joinLines, vocabularyOf } from '../../pipeline/parse/note-text.ts'
import { placedLines } from '../lines.ts'

const join = (text: string, elsewhere = ''): string =>
  joinLines(placedLines(text), vocabularyOf(placedLines(elsewhere)))

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

describe('the vocabulary of a document', () => {
  it('is its words and compounds in lower case, and English', () => {
    const { occurs, isEnglish } = vocabularyOf(placedLines('Ports, PORTS and 3 sea-going ferries'))
    assert.deepEqual(['ports', 'and', 'ferries', 'sea-going'].map(occurs), [true, true, true, true])
    assert.deepEqual(['Ports', '3', 'harbour'].map(occurs), [false, false, false])
    assert.ok(isEnglish('harbour'))
  })
})
