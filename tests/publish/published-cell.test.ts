import assert from 'node:assert/strict'
import { it } from 'vitest'
import { publishRow } from '../../pipeline/publish/published-cell.ts'
import { boxes, listColumns } from '../../schemas/index.ts'

const publishCell = (cell: string | number | null) => publishRow(boxes, { indicator: cell })['indicator']

it.each([
  ['NA', 'NA'],
  ['', ''],
  [null, null],
  ['a\ud800b\udc00😀', 'a\ufffdb\ufffd😀'],
  ['\ufeff\ufeffa\ufeffb', 'a\ufeffb'],
  [0.1, 0.1],
  [-3.2, 0],
  [-0, 0],
])('the cell %j is published as %j', (cell, published) => assert.ok(Object.is(publishCell(cell), published)))

it('a row has the columns of its table in their order, and null where it has none', () => {
  const row = publishRow(boxes, { y1: 1, document_id: 'a' })
  assert.deepEqual(
    Object.keys(row),
    listColumns(boxes).map(({ name }) => name),
  )
  assert.deepEqual([row['document_id'], row['page'], row['y1']], ['a', null, 1])
})
