import assert from 'node:assert/strict'
import { describe, it, test } from 'vitest'
import { findClosingEnd, findClosingStart, findUpdateDates } from '../../pipeline/parse/closing.ts'
import { placedLines } from '../lines.ts'

const recogniseLines = (text: string) =>
  placedLines(text).map((line) => ({ ...line, derivation: 'ocr' as const }))

describe('the closing lines', () => {
  test.each([
    '-----------------------------------',
    '-----------------------DISCLAIMER: see the tower',
    '__________',
    'Disclaimer: see the tower',
    'More information is available at the tower',
    'Last update on 3rd March 2014',
    'Last updated: 3rd March 2014',
  ])('begin at %j', (start) => {
    assert.equal(findClosingStart(placedLines(`2.4 REPORTING MECHANISM\nNone.\n${start}\nmore`), 1), 2)
  })

  test.each([
    'The site has a disclaimer.\nThe list was last updated on Monday.\n- Port Act',
    '2.4 REPORTING MECHANISM\nNo information is available at present.',
    '2.4 REPORTING MECHANISM\nSome information is available on the website of the CIRT.',
    '2.4 REPORTING MECHANISM\nInformation is available on the website of the CIRT.',
  ])('do not begin in the note %j, whether OCR read it or not', (text) => {
    assert.equal(findClosingStart(placedLines(text), 0), -1)
    assert.equal(findClosingStart(recogniseLines(text), 0), -1)
  })

  it('begin at words that OCR misread, but not where a text layer prints them', () => {
    const text = 'None.\nMare infornation is availab1e on ITU website\nLast updatcd on 3rd March 2014'
    assert.equal(findClosingStart(recogniseLines(text), 0), 1)
    assert.equal(findClosingStart(placedLines(text), 0), -1)
  })

  it('do not begin at a pointer in a note, behind which the disclaimer comes', () => {
    const text =
      'Incidents can be reported to the CIRT.\nMore information is available on its website.\n----------\nDISCLAIMER: x\nMore information is available on ITU website\nLast updated on 3rd March 2014'
    assert.equal(findClosingStart(placedLines(text), 0), 2)
  })

  test.each([
    ['DISCLAIMER: x\nand more\nLast updated on 3rd March 2014\nfrom the attic', 2],
    ['DISCLAIMER: x\nMore information is available at the tower\nfrom the attic', 1],
  ])('end at the date, or at the last line of the template: %j', (text, end) => {
    assert.equal(findClosingEnd(placedLines(text), 0), end)
  })

  test.each([
    ['Last updated on 22th January 2015', ['22th January 2015']],
    ['LAST UPDATED ON: 12" August 2014', ['12" August 2014']],
    ['Last  update  on 07th November 2014', ['07th November 2014']],
    ['Last updated: 3rd March 2014', ['3rd March 2014']],
    [
      'Tower, last updated on 3 March 2014\nwords\nLast updated on 4 March 2014',
      ['3 March 2014', '4 March 2014'],
    ],
    ['Last updated on\nThe tower was updated in 2013.', []],
  ])('%j give the dates %j', (text, dates) => {
    assert.deepEqual(findUpdateDates(placedLines(text)), dates)
  })
})
