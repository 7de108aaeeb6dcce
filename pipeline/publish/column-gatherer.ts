import type { Cell, Column } from '../../schemas/index.ts'
import type { BatchColumn } from './batch.ts'
import { publishedCell } from './published-table.ts'

/** A column of a batch with more different values is not coded, and nor are the batches behind it. */
const MOST_VALUES = 4_096

/** Gathers the cells of a column. */
export interface ColumnGatherer {
  /** @throws TypeError as {@link publishedCell} does */
  readonly add: (value: unknown) => void
  /** What was gathered since this was asked last. */
  readonly take: () => BatchColumn
}

/** A gatherer for at most so many cells at a time: a value is checked once, and found again by its code. */
export const columnGatherer = (column: Column, size: number): ColumnGatherer => {
  let values: Cell[] = []
  let codeOf = new Map<unknown, number>()
  let codes = new Uint16Array(size)
  let count = 0
  let cells: Cell[] | null = null
  const codeAnew = (value: unknown): number | null => {
    const cell = publishedCell(column, value)
    if (values.length < MOST_VALUES) {
      codeOf.set(value, values.length)
      return values.push(cell) - 1
    }
    cells = [...Array.from(codes.subarray(0, count), (code) => values[code] ?? null), cell]
    codeOf.clear()
    return null
  }
  return {
    add: (value) => {
      if (cells !== null) {
        cells.push(publishedCell(column, value))
        return
      }
      const code = codeOf.get(value) ?? codeAnew(value)
      if (code !== null) codes[count++] = code
    },
    take: () => {
      if (cells !== null) {
        const taken = cells
        cells = []
        return { kind: 'cells', cells: taken }
      }
      const taken = { kind: 'coded', values, codes: codes.subarray(0, count) } as const
      codes = new Uint16Array(size)
      count = 0
      if (values.length > MOST_VALUES / 2) {
        values = []
        codeOf = new Map()
      }
      return taken
    },
  }
}
