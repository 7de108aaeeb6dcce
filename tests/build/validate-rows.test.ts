import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { validateRows } from '../../pipeline/build/validate-rows.ts'
import type { DocumentRows } from '../../pipeline/normalize/index.ts'
import { documentRows } from './document-rows.ts'

const GOOD = documentRows({ file: 'a.pdf' })

const changed = <Row extends object>(rows: readonly Row[], changes: Partial<Row>): Row[] =>
  rows.map((row, index) => (index === 0 ? { ...row, ...changes } : row))

const issues = (rows: DocumentRows): (readonly [string, string | null])[] =>
  validateRows(rows).map(({ code, value }) => [code, value])

const expectOne = (rows: DocumentRows, code: string, value: RegExp): void => {
  const found = issues(rows)
  assert.equal(found.length, 1, JSON.stringify(found))
  assert.equal(found[0]?.[0], code)
  assert.match(found[0][1] ?? '', value)
}

describe('the rows of a document', () => {
  it('have no issues where they keep every rule', () => {
    assert.deepEqual(validateRows(GOOD), [])
  })

  it.for<[what: string, rows: Partial<DocumentRows>, value: RegExp]>([
    ['a document', { document: { ...GOOD.document, sha256: 'short' } }, /^documents: sha256/],
    ['a date', { indicators: changed(GOOD.indicators, { source_date: '2014-02-30' }) }, /: source_date/],
    ['a number', { indicators: changed(GOOD.indicators, { value: Number.NaN }) }, /^indicators: value/],
    ['an empty text', { indicators: changed(GOOD.indicators, { section_printed: '' }) }, /: section_printed/],
    ['an item', { items: changed(GOOD.items, { item_no: -1 }) }, /^items: item_no/],
    ['a box', { boxes: changed(GOOD.boxes, { page: 1.5 }) }, /^boxes: page/],
    ['a review row', { review: changed(GOOD.review, { note_sha256: 'A' }) }, /^review: note_sha256/],
    ['evidence', { indicators: changed(GOOD.indicators, { evidence: 'rings' }) }, /evidence.*rings$/],
    ['evidence alone', { indicators: changed(GOOD.indicators, { note: null }) }, /evidence is not part of/],
  ])('break a rule by %s', ([, rows, value]) => expectOne({ ...GOOD, ...rows }, 'row_invalid', value))

  it('are missing where an entry of the catalogue has no indicator', () => {
    expectOne({ ...GOOD, indicators: GOOD.indicators.slice(1) }, 'rows_missing', /^0\.2 1\.1\.1 /)
  })

  it('are missing where indicators are in another order, or twice', () => {
    expectOne({ ...GOOD, indicators: GOOD.indicators.toReversed() }, 'rows_missing', /^2\.4 2\.3 /)
    const twice = { ...GOOD, indicators: [...GOOD.indicators, ...GOOD.indicators.slice(-1)] }
    assert.deepEqual(
      validateRows(twice).map(({ code }) => code),
      ['key_repeated', 'rows_missing'],
    )
  })

  it('may have a note without evidence', () => {
    assert.deepEqual(issues({ ...GOOD, indicators: changed(GOOD.indicators, { evidence: null }) }), [])
  })

  it('have issues that name the file and the document', () => {
    const [issue] = validateRows({ ...GOOD, items: changed(GOOD.items, { item_no: -1 }) })
    assert.equal(issue?.document, 'a.pdf')
    assert.equal(issue.document_id, GOOD.document.document_id)
  })

  it('break a schema with a column too many or too few', () => {
    const [box] = GOOD.boxes
    assert.ok(box)
    const { page, ...without } = box
    assert.equal(page, 1)
    for (const wrong of [{ ...box, colour: 'red' }, without]) {
      const boxes: readonly object[] = [wrong]
      expectOne({ ...GOOD, boxes: boxes as DocumentRows['boxes'] }, 'row_invalid', /^boxes: /)
    }
  })

  it('break a rule where a key is repeated, or refers to another document or section', () => {
    for (const name of ['items', 'boxes', 'review'] as const) {
      const [row] = GOOD[name]
      assert.ok(row)
      expectOne({ ...GOOD, [name]: [row, row] }, 'key_repeated', new RegExp(`^${name}: nor-`))
      const other = 'fin-2014-08-12-01234567'
      expectOne({ ...GOOD, [name]: [{ ...row, document_id: other }] }, 'key_dangling', /document_id fin-/)
      const codes = issues({ ...GOOD, [name]: [{ ...row, indicator: 'unknown_section' }] }).map(
        ([code]) => code,
      )
      assert.ok(codes.includes('key_dangling'), codes.join())
    }
  })
})
