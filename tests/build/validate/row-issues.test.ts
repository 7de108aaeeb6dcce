import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { rowIssues } from '../../../pipeline/build/validate/row-issues.ts'
import { boxes } from '../../../schemas/index.ts'
import { documentRows } from '../document-rows.ts'

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
