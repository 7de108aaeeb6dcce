import { Bool, type Data, DateDay, Float64, Int32, Int64, makeData, Utf8 } from 'apache-arrow'
import type { Cell, Storage } from '../../schemas/index.ts'
import { type BatchColumn, columnCells } from './batch.ts'
import { daysSinceEpoch } from './published-table.ts'
import { textColumn } from './text-column.ts'

/** A bit for each row, from the lowest, as Arrow lays out validity and booleans. */
const bitsOf = (length: number, isSet: (row: number) => boolean): Uint8Array => {
  const bits = new Uint8Array(Math.ceil(length / 8))
  for (let row = 0; row < length; row++) {
    if (isSet(row)) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7))
  }
  return bits
}

interface Validity {
  readonly length: number
  readonly nullCount: number
  readonly nullBitmap: Uint8Array | null
}

const validityOf = (length: number, isPresent: (row: number) => boolean): Validity => {
  let nullCount = 0
  for (let row = 0; row < length; row++) if (!isPresent(row)) nullCount++
  return { length, nullCount, nullBitmap: nullCount === 0 ? null : bitsOf(length, isPresent) }
}

const utf8Data = (column: BatchColumn): Data => {
  const { bytes, offsets, present } = textColumn(column)
  const validity = validityOf(present.length, (row) => present[row] === 1)
  return makeData({ type: new Utf8(), ...validity, data: bytes, valueOffsets: offsets })
}

/** Fills an array of Arrow's with what each cell is there. */
const filled = <Numbers extends { [row: number]: number | bigint }>(
  numbers: Numbers,
  cells: readonly Cell[],
  numberOf: (cell: Cell) => Numbers[number],
): Numbers => {
  for (let row = 0; row < cells.length; row++) numbers[row] = numberOf(cells[row] ?? null)
  return numbers
}

const numberOf = (cell: Cell): number => (typeof cell === 'number' ? cell : 0)

const bigOf = (cell: Cell): bigint => BigInt(numberOf(cell))

const dayOf = (cell: Cell): number => (typeof cell === 'string' ? daysSinceEpoch(cell) : 0)

const cellData = (storage: Exclude<Storage, 'utf8'>, cells: readonly Cell[]): Data => {
  const { length } = cells
  const validity = validityOf(length, (row) => cells[row] !== null)
  switch (storage) {
    case 'bool':
      return makeData({ type: new Bool(), ...validity, data: bitsOf(length, (row) => cells[row] === true) })
    case 'int32':
      return makeData({
        type: new Int32(),
        ...validity,
        data: filled(new Int32Array(length), cells, numberOf),
      })
    case 'int64':
      return makeData({
        type: new Int64(),
        ...validity,
        data: filled(new BigInt64Array(length), cells, bigOf),
      })
    case 'float64':
      return makeData({
        type: new Float64(),
        ...validity,
        data: filled(new Float64Array(length), cells, numberOf),
      })
    case 'date32':
      return makeData({
        type: new DateDay(),
        ...validity,
        data: filled(new Int32Array(length), cells, dayOf),
      })
  }
}

/** A column of so many rows in Arrow's memory layout (https://arrow.apache.org/docs/format/Columnar.html). */
export const arrowColumn = (storage: Storage, column: BatchColumn, length: number): Data =>
  storage === 'utf8' ? utf8Data(column) : cellData(storage, columnCells(column, length))
