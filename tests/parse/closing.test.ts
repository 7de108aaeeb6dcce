import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { findClosingEnd, findClosingStart, findUpdateDates } from '../../pipeline/parse/closing.ts'
import { placedLines } from '../lines.ts'

describe('the closing lines', () => {
  const starts = [
    '-----------------------------------',
    '-----------------------DISCLAIMER: see the tower',
    '__________',
    'DISCLAIMER: see the tower',
    'Disclaimer: see the tower',
    'More information is available at the tower',
    'Last updated on 3rd March 2014',
    'Last update on 3rd March 2014',
    'Last updated: 3rd March 2014',
  ]
  for (const start of starts) {
    it(`begin at ${JSON.stringify(start)}`, () => {
      assert.equal(findClosingStart(placedLines(`2.4 REPORTING MECHANISM\nNone.\n${start}\nmore`), 1), 2)
    })
  }

  it('do not begin at words that only hold such a word', () => {
    const text = 'The site has a disclaimer.\nThe list was last updated on Monday.\n- Port Act'
    assert.equal(findClosingStart(placedLines(text), 0), -1)
  })

  const recognised = (text: string) =>
    placedLines(text).map((line) => ({ ...line, derivation: 'ocr' as const }))
  const notes = [
    'No information is available at present.',
    'Some information is available on the website of the CIRT.',
    'Information is available on the website of the CIRT.',
  ]
  for (const note of notes) {
    it(`do not begin at a note that says ${JSON.stringify(note)}, whether OCR read it or not`, () => {
      const text = `2.4 REPORTING MECHANISM\n${note}`
      assert.equal(findClosingStart(placedLines(text), 1), -1)
      assert.equal(findClosingStart(recognised(text), 1), -1)
    })
  }

  it('begin at words that OCR misread, and not where a text layer says so', () => {
    const text = 'None.\nMare infornation is availab1e on ITU website\nLast updatcd on 3rd March 2014'
    assert.equal(findClosingStart(recognised(text), 0), 1)
    assert.equal(findClosingStart(placedLines(text), 0), -1)
  })

  it('do not begin at a pointer in a note, behind which the disclaimer comes', () => {
    const text =
      'Incidents can be reported to the CIRT.\nMore information is available on its website.\n----------\nDISCLAIMER: x\nMore information is available on ITU website\nLast updated on 3rd March 2014'
    assert.equal(findClosingStart(placedLines(text), 0), 2)
  })

  it('do not begin before the line from which they are searched', () => {
    const lines = placedLines('DISCLAIMER: one\nNone.\nDISCLAIMER: two')
    assert.equal(findClosingStart(lines, 1), 2)
    assert.equal(findClosingStart(lines, 3), -1)
  })

  it('end at the date, whatever follows', () => {
    const lines = placedLines('DISCLAIMER: x\nand more\nLast updated on 3rd March 2014\nfrom the attic')
    assert.equal(findClosingEnd(lines, 0), 2)
  })

  it('end at the last line of the template where no date stands', () => {
    const lines = placedLines('DISCLAIMER: x\nMore information is available at the tower\nfrom the attic')
    assert.equal(findClosingEnd(lines, 0), 1)
  })
})

describe('the dates of update', () => {
  const read = (text: string): readonly string[] => findUpdateDates(placedLines(text))

  it('are what stands behind the words, as printed', () => {
    assert.deepEqual(read('Last updated on 22th January 2015'), ['22th January 2015'])
    assert.deepEqual(read('LAST UPDATED ON: 12" August 2014'), ['12" August 2014'])
    assert.deepEqual(read('Last  update  on 07th November 2014'), ['07th November 2014'])
  })

  it('may stand behind a colon alone', () => {
    assert.deepEqual(read('Last updated: 3rd March 2014'), ['3rd March 2014'])
  })

  it('are all that are printed, also within a line', () => {
    assert.deepEqual(read('Tower, last updated on 3 March 2014\nwords\nLast updated on 4 March 2014'), [
      '3 March 2014',
      '4 March 2014',
    ])
  })

  it('are none where nothing stands behind the words', () => {
    assert.deepEqual(read('Last updated on\nThe tower was updated in 2013.'), [])
  })
})
