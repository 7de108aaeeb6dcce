import assert from 'node:assert/strict'
import { beforeAll, describe, test } from 'vitest'
import type { DocumentRows } from '../../../pipeline/normalize/index.ts'
import { crosscheckDocument } from '../../../pipeline/quality/crosscheck/crosscheck-document.ts'
import { readSpecimen, wordsOfNotes } from './specimen-check.ts'

let rows: DocumentRows
beforeAll(async () => {
  rows = (await readSpecimen()).rows
})

const placed = (codes: DocumentRows): number => new Set(codes.boxes.map((box) => box.section_code)).size

describe('crosscheckDocument', () => {
  test('finds nothing where poppler has our words, and compares every note but the two figures', () => {
    const check = crosscheckDocument(rows, wordsOfNotes(rows))
    assert.deepEqual(check.differences, [])
    assert.equal(check.sections, placed(rows) - 2)
    assert.ok(check.words > check.sections)
  })

  test('names document, section and both readings of a changed word', () => {
    const words = wordsOfNotes(rows)
    const row = rows.indicators.find(({ unit, note }) => unit === null && (note?.split(' ').length ?? 0) > 3)
    const first = row?.note?.split(' ')[0] ?? ''
    const index = words.findIndex(({ text }) => text === first)
    const changed = words.map((word, at) => (at === index ? { ...word, text: 'Otherwise' } : word))
    assert.deepEqual(crosscheckDocument(rows, changed).differences, [
      {
        document: 'nuvale.pdf',
        section: row?.section_code,
        kind: 'words',
        ours: [first],
        poppler: ['Otherwise'],
      },
    ])
  })

  test('takes ligatures, list marks and soft format characters for no difference', () => {
    const words = wordsOfNotes(rows).flatMap((word) => [
      { ...word, text: '•', x1: word.x0 },
      { ...word, text: `\u200b${word.text.replaceAll('fi', 'ﬁ')}` },
    ])
    assert.deepEqual(crosscheckDocument(rows, words).differences, [])
  })

  test('leaves out notes that were read by OCR or have no place', () => {
    const ocr = rows.indicators.map((row) => ({ ...row, derivation: 'ocr' as const }))
    assert.equal(crosscheckDocument({ ...rows, indicators: ocr }, []).sections, 0)
    assert.equal(crosscheckDocument({ ...rows, boxes: [] }, []).sections, 0)
  })
})
