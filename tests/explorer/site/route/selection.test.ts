import assert from 'node:assert/strict'
import { test } from 'vitest'
import {
  selectionOf,
  selectionQuery,
  selectsAll,
} from '../../../../pipeline/explorer/site/route/selection.ts'

test('a selection comes back from its query', () => {
  const selection = {
    text: 'law',
    region: 'Asia',
    statuses: ['partial', 'absent'],
    section: '1.2.1',
  } as const
  assert.deepEqual(selectionOf(selectionQuery(selection)), selection)
})

test('statuses that the vocabulary does not have are passed over', () => {
  assert.deepEqual(selectionOf({ status: 'absent yes __proto__' }).statuses, ['absent'])
})

test('a section alone selects nothing: it only says where a status counts', () => {
  assert.ok(selectsAll(selectionOf({ in: '1.2.1' })))
  assert.ok(!selectsAll(selectionOf({ text: 'law' })))
})
