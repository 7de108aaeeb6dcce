import type { Cell } from '../../schemas/index.ts'

/** A column of few different values: each of them once, and for every row which one it holds. */
export interface CodedColumn {
  readonly kind: 'coded'
  /** The next batch may add to them; what a code stands for never changes. */
  readonly values: readonly Cell[]
  readonly codes: Uint16Array
}

/** A column of texts as UTF-8, all in one piece. */
export interface TextColumn {
  readonly kind: 'texts'
  readonly bytes: Uint8Array
  /** Where each text begins, and at last where all end, in bytes; a null takes none. */
  readonly offsets: Int32Array
  /** 1 for each text, 0 for each null. */
  readonly present: Uint8Array
}

/** A column cell by cell. */
export interface CellColumn {
  readonly kind: 'cells'
  readonly cells: readonly Cell[]
}

/** A column of a batch, as it came about; writers take each kind in the way that is fastest for them. */
export type BatchColumn = CodedColumn | TextColumn | CellColumn

/** Rows of a table as the writers take them: column by column, since most formats are columnar. */
export interface Batch {
  /** How many rows it holds. */
  readonly length: number
  /** In the order of the table's columns. */
  readonly columns: readonly BatchColumn[]
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The cell of a column in a row. */
export const cellAt = (column: BatchColumn, row: number): Cell => {
  switch (column.kind) {
    case 'coded':
      return column.values[column.codes[row] ?? 0] ?? null
    case 'texts':
      // a copy, since no decoder reads memory that threads share
      return column.present[row] === 1
        ? decoder.decode(column.bytes.slice(column.offsets[row], column.offsets[row + 1]))
        : null
    case 'cells':
      return column.cells[row] ?? null
  }
}

/** The cells of a column, top to bottom. */
export const columnCells = (column: BatchColumn, length: number): readonly Cell[] => {
  if (column.kind === 'cells') return column.cells
  const cells: Cell[] = []
  for (let row = 0; row < length; row++) cells.push(cellAt(column, row))
  return cells
}

/** The rows of a batch, one after the other, cells in column order. */
export function* batchRows({ length, columns }: Batch): Generator<Cell[]> {
  for (let row = 0; row < length; row++) yield columns.map((column) => cellAt(column, row))
}
