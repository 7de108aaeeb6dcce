import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { documentIssues } from '../../../pipeline/build/validate/document-issues.ts'
import type { DocumentRows } from '../../../pipeline/normalize/index.ts'
import { documentRows } from '../document-rows.ts'

const GOOD = documentRows({ file: 'a.pdf' })

const changed = <Row extends object>(rows: readonly Row[], changes: Partial<Row>): Row[] =>
  rows.map((row, index) => (index === 0 ? { ...row, ...changes } : row))

const issues = (rows: DocumentRows): (readonly [string, string | null])[] =>
  documentIssues(rows).map(({ code, value }) => [code, value])

const expectOne = (rows: DocumentRows, code: string, value: RegExp): void => {
  const found = issues(rows)
  assert.equal(found.length, 1, JSON.stringify(found))
  assert.equal(found[0]?.[0], code)
  assert.match(found[0][1] ?? '', value)
}

describe('the rows of a document', () => {
  it('have no issues where they keep every rule', () => {
    assert.deepEqual(documentIssues(GOOD), [])
  })

  const broken: readonly (readonly [what: string, rows: DocumentRows, value: RegExp])[] = [
    ['a document', { ...GOOD, document: { ...GOOD.document, sha256: 'short' } }, /^documents: sha256/],
    [
      'a country code',
      { ...GOOD, document: { ...GOOD.document, country_code: 'Norway' } },
      /^documents: country_code/,
    ],
    [
      'a date',
      { ...GOOD, indicators: changed(GOOD.indicators, { source_date: '2014-02-30' }) },
      /^indicators: source_date/,
    ],
    [
      'a number',
      { ...GOOD, indicators: changed(GOOD.indicators, { value: Number.NaN }) },
      /^indicators: value/,
    ],
    [
      'an empty text',
      { ...GOOD, indicators: changed(GOOD.indicators, { section_printed: '' }) },
      /^indicators: section_printed/,
    ],
    ['an item', { ...GOOD, items: changed(GOOD.items, { item_no: -1 }) }, /^items: item_no/],
    ['a box', { ...GOOD, boxes: changed(GOOD.boxes, { page: 1.5 }) }, /^boxes: page/],
    [
      'a review row',
      { ...GOOD, review: changed(GOOD.review, { note_sha256: 'A'.repeat(64) }) },
      /^review: note_sha256/,
    ],
  ]
  for (const [what, rows, value] of broken) {
    it(`break their schema by ${what}`, () => {
      expectOne(rows, 'row_invalid', value)
    })
  }

  it('are missing where an entry of the catalogue has no indicator', () => {
    expectOne({ ...GOOD, indicators: GOOD.indicators.slice(1) }, 'rows_missing', /^0\.2 1\.1\.1 /)
  })

  it('are missing where indicators stand in another order, or twice', () => {
    expectOne({ ...GOOD, indicators: GOOD.indicators.toReversed() }, 'rows_missing', /^2\.4 2\.3 /)
    const twice = { ...GOOD, indicators: [...GOOD.indicators, ...GOOD.indicators.slice(-1)] }
    assert.deepEqual(
      documentIssues(twice).map(({ code }) => code),
      ['key_repeated', 'rows_missing'],
    )
  })

  it('break a rule where evidence is no part of the note, or stands without one', () => {
    expectOne(
      { ...GOOD, indicators: changed(GOOD.indicators, { evidence: 'rings' }) },
      'row_invalid',
      /evidence.*rings$/,
    )
    expectOne(
      { ...GOOD, indicators: changed(GOOD.indicators, { note: null }) },
      'row_invalid',
      /evidence.*ring/,
    )
  })

  it('may have a note without evidence', () => {
    assert.deepEqual(issues({ ...GOOD, indicators: changed(GOOD.indicators, { evidence: null }) }), [])
  })

  it('have issues that name the file and the document', () => {
    const [issue] = documentIssues({ ...GOOD, items: changed(GOOD.items, { item_no: -1 }) })
    assert.equal(issue?.document, 'a.pdf')
    assert.equal(issue.document_id, GOOD.document.document_id)
  })
})
