import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { openIssues } from '../../pipeline/publish/issue-list.ts'
import { openJson } from '../../pipeline/publish/json.ts'
import type { Row } from '../../pipeline/publish/published-table.ts'
import { type Issue, issue, TABLES, type Table } from '../../schemas/index.ts'
import { expectedCells, hostileRows } from './hostile-rows.ts'
import { readJson } from './read-back.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'
import { writtenTable } from './written-table.ts'

const json = (table: Table, rows: readonly Row[]): Promise<Uint8Array> => writtenTable(openJson, table, rows)
const writtenIssues = (groups: readonly (readonly Issue[])[]): Uint8Array => {
  const pieces: Uint8Array[] = []
  const list = openIssues((bytes) => pieces.push(bytes))
  for (const group of groups) list.write(group)
  list.finish()
  return Buffer.concat(pieces)
}
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

describe('a JSON file', () => {
  it('holds a record a line, keys in column order, and ends with a line feed', async () => {
    const record =
      '{"document_id":"nam-2014-08-12-1f0c9a7b","section_code":"1.1.1","box_no":1,"page":1,"x0":72,"y0":1,"x1":2,"y1":3.5}'
    assert.equal(text(await json(TABLES.boxes, SAMPLE_DATASET.boxes)), `[\n${record}\n]\n`)
    assert.equal(
      text(await json(TABLES.boxes, [...SAMPLE_DATASET.boxes, ...SAMPLE_DATASET.boxes])),
      `[\n${record},\n${record}\n]\n`,
    )
  })

  it('is an empty array without rows', async () => {
    assert.equal(text(await json(TABLES.boxes, [])), '[]\n')
  })

  it('carries dates as ISO text and missing values as null', async () => {
    const [first, second]: Row[] = JSON.parse(text(await json(TABLES.documents, SAMPLE_DATASET.documents)))
    assert.equal(first?.['source_date'], '2014-08-12')
    assert.equal(second?.['source_date'], null)
  })

  for (const table of Object.values(TABLES)) {
    it(`gives hostile rows of ${table.name} back, one a line`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (rows) => {
          const bytes = await json(table, rows)
          assert.deepEqual(await readJson(table, bytes), expectedCells(table, rows))
          assert.equal(text(bytes).split('\n').length, rows.length === 0 ? 2 : rows.length + 3)
        }),
      ))
  }
})

describe('issues.json', () => {
  it('is an indented array with the keys of the schema in order', () => {
    const written = text(writtenIssues([SAMPLE_DATASET.issues]))
    assert.deepEqual(
      JSON.parse(written).map((one: object) => Object.keys(one)),
      [Object.keys(issue.shape), Object.keys(issue.shape)],
    )
    assert.match(written, /^\[\n {2}\{\n {4}"code": "date_missing",\n/)
    assert.match(written, /\n\]\n$/)
  })

  it('does not hang on the order in which an issue was put together', () => {
    const reversed = SAMPLE_DATASET.issues.map((one) =>
      issue.parse(Object.fromEntries(Object.entries(one).reverse())),
    )
    assert.deepEqual(writtenIssues([reversed]), writtenIssues([SAMPLE_DATASET.issues]))
  })

  it('is the same whether its issues come together or one by one', () => {
    assert.deepEqual(
      writtenIssues(SAMPLE_DATASET.issues.map((one) => [one])),
      writtenIssues([SAMPLE_DATASET.issues]),
    )
  })

  it('replaces lone surrogates', () => {
    assert.match(text(writtenIssues([SAMPLE_DATASET.issues])), /"value": "odd \ufffd “words”"/)
  })

  it('is an empty array without issues', () => {
    assert.equal(text(writtenIssues([])), '[]\n')
  })
})
