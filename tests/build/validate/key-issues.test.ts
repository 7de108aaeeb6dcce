import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { keyIssues } from '../../../pipeline/build/validate/key-issues.ts'
import { boxes, documents, indicators, items, review, type Table } from '../../../schemas/index.ts'
import { documentRows } from '../document-rows.ts'

const GOOD = documentRows({ file: 'a.pdf' })
const ID = GOOD.document.document_id

const TABLES: readonly { readonly table: Table; readonly rows: readonly object[] }[] = [
  { table: documents, rows: [GOOD.document] },
  { table: indicators, rows: GOOD.indicators },
  { table: items, rows: GOOD.items },
  { table: boxes, rows: GOOD.boxes },
  { table: review, rows: GOOD.review },
]

const issues = (table: Table, rows: readonly object[]): string[] =>
  keyIssues([{ table, rows: rows.map((row) => ({ ...row })) }], ID, 'a.pdf').map(
    ({ code, document, value }) => `${code} ${document} ${value}`,
  )

describe('the keys of a document', () => {
  for (const { table, rows } of TABLES) {
    it(`have no issue where those of ${table.name} keep every rule`, () => {
      assert.deepEqual(issues(table, rows), [])
    })

    it(`break a rule each time that one of ${table.name} stands again`, () => {
      const found = issues(table, [...rows, ...rows.slice(0, 1), ...rows.slice(0, 1)])
      assert.equal(found.length, 2, found.join('\n'))
      assert.match(found[0] ?? '', new RegExp(`^key_repeated a\\.pdf ${table.name}: ${ID}`))
    })
  }

  for (const { table, rows } of TABLES.slice(1)) {
    it(`break a rule where ${table.name} refers to another document`, () => {
      const stray = rows.map((row, index) =>
        index === 0 ? { ...row, document_id: 'fin-2014-08-12-01234567' } : row,
      )
      assert.deepEqual(issues(table, stray), [
        `key_dangling a.pdf ${table.name}: document_id fin-2014-08-12-01234567`,
      ])
    })

    it(`break a rule where ${table.name} refers to a section that is not in the catalogue`, () => {
      const stray = rows.map((row, index) => (index === 0 ? { ...row, section_code: '9.9' } : row))
      assert.deepEqual(issues(table, stray), [`key_dangling a.pdf ${table.name}: section_code 9.9`])
    })
  }
})
