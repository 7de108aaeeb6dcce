import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { test } from 'vitest'
import { csvText } from '../../../../pipeline/explorer/site/model/csv-text.ts'
import { guardFormula } from '../../../../pipeline/publish/formula-guard.ts'

test('every reader of CSV finds the cells again, formulas marked', () => {
  const cell = fc.string({ minLength: 1, unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = parse(csvText(['a', 'b'], rows), { record_delimiter: '\n' })
      assert.deepEqual(read, [['a', 'b'], ...rows.map((row) => row.map(guardFormula))])
    }),
  )
})

test('null is an empty cell, and numbers and booleans stand as they are', () => {
  assert.equal(csvText(['a', 'b', 'c'], [[null, 31.07, true]]), 'a,b,c\n,31.07,true\n')
})
