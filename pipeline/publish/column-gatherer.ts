import type { Cell, Column } from '../../schemas/index.ts'
import { type CodedColumn, publishedCell } from './published-table.ts'

/** A column of a batch with more different values is not coded, and nor are the batches behind it. */
const MOST_VALUES = 4_096

/** Gathers the cells of a column. */
export interface ColumnGatherer {
  /** @throws TypeError as {@link publishedCell} does */
  readonly add: (value: unknown) => void
  /** What was gathered since this was asked last. */
  readonly take: () => { readonly cells: readonly Cell[]; readonly coded: CodedColumn | null }
}

/** A gatherer for at most so many cells at a time: a value is checked once, and found again by its code. */
export const columnGatherer = (column: Column, size: number): ColumnGatherer => {
  let cells: Cell[] = []
  let values: Cell[] = []
  let codeOf = new Map<unknown, number>()
  let codes: Uint16Array | null = new Uint16Array(size)
  return {
    add: (value) => {
      if (codes === null) {
        cells.push(publishedCell(column, value))
        return
      }
      let code = codeOf.get(value)
      if (code === undefined) {
        code = values.length
        const cell = publishedCell(column, value)
        if (code === MOST_VALUES) {
          codes = null
          codeOf.clear()
          cells.push(cell)
          return
        }
        codeOf.set(value, code)
        values.push(cell)
      }
      codes[cells.length] = code
      cells.push(values[code] ?? null)
    },
    take: () => {
      const coded = codes && { values, codes: codes.subarray(0, cells.length) }
      const taken = { cells, coded }
      cells = []
      if (codes) codes = new Uint16Array(size)
      if (values.length > MOST_VALUES / 2) {
        values = []
        codeOf = new Map()
      }
      return taken
    },
  }
}
