import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keyIssues, rowIssues } from '../../pipeline/validate/row-issues.ts'
import { boxes } from '../../schemas/index.ts'
import { documentRows } from '../build/document-rows.ts'

const [box] = documentRows({ file: 'a.pdf' }).boxes

const inFile = (): string => 'a.pdf'

describe('a row', () => {
  it('that keeps its schema has no issue', () => {
    assert.deepEqual(rowIssues(boxes, [{ ...box }], inFile), [])
  })

  it('that breaks its schema is reported with its table, column and document', () => {
    const [issue, ...rest] = rowIssues(boxes, [{ ...box }, { ...box, page: 'one', x0: null }], inFile)
    assert.deepEqual(rest, [])
    assert.equal(issue?.code, 'row_invalid')
    assert.equal(issue.document, 'a.pdf')
    assert.match(issue.value ?? '', /^boxes: page .+; x0 /)
  })

  it('with a column too many, or one too few, breaks its schema', () => {
    const { page, ...without } = { ...box }
    assert.equal(rowIssues(boxes, [{ ...box, colour: 'red' }, without], inFile).length, 2)
    assert.equal(page, 1)
  })
})

describe('a key', () => {
  it('that stands once has no issue', () => {
    assert.deepEqual(keyIssues(boxes, [{ ...box }, { ...box, box_no: 2 }], inFile), [])
  })

  it('that stands again is reported each time, with its table and its columns', () => {
    const found = keyIssues(boxes, [{ ...box }, { ...box, x0: 1 }, { ...box }], inFile)
    const value = `boxes: ${box?.document_id} 1.1.1 1`
    assert.deepEqual(
      found.map((issue) => [issue.code, issue.document, issue.value]),
      [
        ['key_repeated', 'a.pdf', value],
        ['key_repeated', 'a.pdf', value],
      ],
    )
  })
})
