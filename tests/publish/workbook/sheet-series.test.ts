import assert from 'node:assert/strict'
import { test } from 'vitest'
import { sheetSeries } from '../../../pipeline/publish/workbook/sheet-series.ts'
import type { Cell } from '../../../schemas/index.ts'

test('rows that a sheet has no room for go on in the next', () => {
  const written = new Map<string, Cell[][]>()
  const series = sheetSeries('items', (name) => {
    const rows: Cell[][] = []
    written.set(name, rows)
    return {
      name,
      add: (cells) => rows.push([...cells]),
      isFull: () => rows.length === 2,
      size: () => rows.length,
      end: () => name,
      abandon: () => {},
    }
  })
  for (let row = 1; row <= 5; row++) series.add([row])
  assert.deepEqual(
    [...written],
    [
      ['items', [[1], [2]]],
      ['items 2', [[3], [4]]],
      ['items 3', [[5]]],
    ],
  )
  assert.deepEqual(
    series.sheets.map(({ name }) => name),
    [...written.keys()],
  )
})
