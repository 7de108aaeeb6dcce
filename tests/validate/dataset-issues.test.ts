import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assemble } from '../../pipeline/build/assemble.ts'
import { datasetIssues } from '../../pipeline/validate/dataset-issues.ts'
import type { Dataset } from '../../schemas/index.ts'
import { documentResult } from '../build/document-rows.ts'

const GOOD = assemble([documentResult({ file: 'a.pdf' }), documentResult({ file: 'b.pdf', code: 'SWE' })])

const issues = (changes: Partial<Dataset>): string[] =>
  datasetIssues({ ...GOOD, ...changes }).map(({ code, document, value }) => `${code} ${document} ${value}`)

const STRAY = 'fin-2014-08-12-01234567'

const stray = <Row extends { readonly document_id: string }>(rows: readonly Row[]): Row[] =>
  rows.map((row, index) => (index === 0 ? { ...row, document_id: STRAY } : row))

const again = <Row>(rows: readonly Row[]): Row[] => [...rows, ...rows.slice(0, 1)]

describe('a release', () => {
  it('has no issues where it keeps every rule', () => {
    assert.deepEqual(datasetIssues(GOOD), [])
  })

  for (const table of [
    'documents',
    'indicators',
    'items',
    'boxes',
    'sections',
    'matrix',
    'review',
  ] as const) {
    it(`breaks a rule where a key of ${table} stands twice`, () => {
      const found = issues({ [table]: again<unknown>(GOOD[table]) })
      assert.equal(found.length, 1, found.join('\n'))
      assert.match(found[0] ?? '', new RegExp(`^key_repeated .*${table}: `))
    })
  }

  it('names the file of the document whose key stands twice', () => {
    assert.match(issues({ items: again(GOOD.items) })[0] ?? '', /^key_repeated a\.pdf items: nor-/)
  })

  for (const table of ['indicators', 'items', 'boxes', 'matrix', 'review'] as const) {
    it(`breaks a rule where ${table} refers to a document that is not there`, () => {
      const found = issues({ [table]: stray<{ readonly document_id: string }>(GOOD[table]) })
      assert.equal(found.length, 1, found.join('\n'))
      assert.match(found[0] ?? '', new RegExp(`^key_dangling ${STRAY} ${table}: `))
    })
  }

  it('breaks a rule where a row refers to a section that is not in the codebook', () => {
    const items = GOOD.items.map((row) => ({ ...row, section_code: '9.9' }))
    assert.equal(issues({ items }).filter((issue) => issue.startsWith('key_dangling')).length, 2)
  })

  it('breaks a rule where a row of the matrix breaks its schema', () => {
    const matrix = GOOD.matrix.map((row) => ({ ...row, country_code: 'nowhere' }))
    assert.equal(
      issues({ matrix: matrix.slice(0, 1) }).filter((issue) => issue.startsWith('row_invalid')).length,
      1,
    )
  })
})
