import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { type BatchColumn, columnCells } from '../../pipeline/publish/batch.ts'
import { publishedText } from '../../pipeline/publish/published-table.ts'
import { encodedTexts, textColumn } from '../../pipeline/publish/text-column.ts'
import type { Cell } from '../../schemas/index.ts'
import { hostileText } from './hostile-rows.ts'

const texts = fc.array(fc.option(hostileText.map(publishedText)))

/** The same cells as they are, and by codes: some values are held twice, some not at all. */
const columnsOf = (cells: readonly Cell[]): readonly BatchColumn[] => {
  const values = [...new Set([...cells, 'held by no row'])].toReversed()
  const codes = Uint16Array.from(cells, (cell) => values.indexOf(cell))
  return [
    { kind: 'cells', cells },
    { kind: 'coded', values, codes },
  ]
}

describe('a column of texts as UTF-8', () => {
  it('gives back every text and null', () => {
    fc.assert(
      fc.property(texts, (cells) => {
        for (const column of columnsOf(cells)) {
          assert.deepEqual(columnCells(textColumn(column), cells.length), cells)
        }
      }),
    )
  })

  it('gives the bytes of every text', () => {
    fc.assert(
      fc.property(texts, (cells) => {
        for (const column of columnsOf(cells)) {
          const decoded = encodedTexts(column).map((bytes) => bytes && Buffer.from(bytes).toString())
          assert.deepEqual(decoded, cells)
        }
      }),
    )
  })

  it('is encoded once for all who ask', () => {
    const column = { kind: 'cells', cells: ['a', null] } as const
    assert.equal(textColumn(column), textColumn(column))
  })
})
