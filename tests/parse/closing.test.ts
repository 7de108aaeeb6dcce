import assert from 'node:assert/strict'
import { describe, it, test } from 'vitest'
import { findClosingEnd, findClosingStart, findUpdateDates } from '../../pipeline/parse/closing.ts'
import { readCases } from '../case-file.ts'
import { placedLines } from '../lines.ts'

const recogniseLines = (text: string) =>
  placedLines(text).map((line) => ({ ...line, derivation: 'ocr' as const }))

describe('the closing lines', () => {
  test.each(readCases(import.meta.url, 'begin'))('begin at %j', (start) => {
    assert.equal(findClosingStart(placedLines(`2.4 REPORTING MECHANISM\nNone.\n${start}\nmore`), 1), 2)
  })

  test.each(readCases(import.meta.url, 'do not begin'))(
    'do not begin in the note %j, whether OCR read it or not',
    (text) => {
      assert.equal(findClosingStart(placedLines(text), 0), -1)
      assert.equal(findClosingStart(recogniseLines(text), 0), -1)
    },
  )

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

  test.each(readCases(import.meta.url, 'end'))(
    'end at the date, or at the last line of the template: %j',
    (text, end) => {
      assert.equal(findClosingEnd(placedLines(text), 0), Number(end))
    },
  )

  test.each(readCases(import.meta.url, 'dates'))('%j give the dates %j', (text, dates) => {
    assert.equal(findUpdateDates(placedLines(text)).join('; '), dates)
  })
})
