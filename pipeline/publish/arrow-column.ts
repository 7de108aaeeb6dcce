import { Bool, type Data, DateDay, Float64, Int32, Int64, makeData, Utf8 } from 'apache-arrow'
import type { Cell, Storage } from '../../schemas/index.ts'
import { daysSinceEpoch } from './published-table.ts'

/** A bit for each cell, from the lowest, as Arrow lays out validity and booleans. */
const bitsOf = (cells: readonly Cell[], isSet: (cell: Cell) => boolean): Uint8Array => {
  const bits = new Uint8Array(Math.ceil(cells.length / 8))
  for (const [index, cell] of cells.entries()) {
    if (isSet(cell)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
  }
  return bits
}

interface Validity {
  readonly length: number
  readonly nullCount: number
  readonly nullBitmap: Uint8Array | null
}

const validityOf = (cells: readonly Cell[]): Validity => {
  const nullCount = cells.reduce((count: number, cell) => count + Number(cell === null), 0)
  return {
    length: cells.length,
    nullCount,
    nullBitmap: nullCount === 0 ? null : bitsOf(cells, (cell) => cell !== null),
  }
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : '')

const numberOf = (cell: Cell): number => (typeof cell === 'number' ? cell : 0)

/** All texts of a column in one piece, and where each ends: far faster than text by text. */
const utf8Of = (cells: readonly Cell[]): { readonly data: Uint8Array; readonly valueOffsets: Int32Array } => {
  const joined = cells.map(textOf).join('')
  const data = Buffer.from(joined)
  const isAscii = data.length === joined.length
  const valueOffsets = new Int32Array(cells.length + 1)
  let end = 0
  for (const [index, cell] of cells.entries()) {
    const text = textOf(cell)
    end += isAscii ? text.length : Buffer.byteLength(text)
    valueOffsets[index + 1] = end
  }
  return { data, valueOffsets }
}

/** The cells of a column in Arrow's memory layout (https://arrow.apache.org/docs/format/Columnar.html). */
export const arrowColumn = (storage: Storage, cells: readonly Cell[]): Data => {
  const validity = validityOf(cells)
  switch (storage) {
    case 'utf8':
      return makeData({ type: new Utf8(), ...validity, ...utf8Of(cells) })
    case 'bool':
      return makeData({ type: new Bool(), ...validity, data: bitsOf(cells, (cell) => cell === true) })
    case 'int32':
      return makeData({ type: new Int32(), ...validity, data: Int32Array.from(cells, numberOf) })
    case 'int64':
      return makeData({
        type: new Int64(),
        ...validity,
        data: BigInt64Array.from(cells, (cell) => BigInt(numberOf(cell))),
      })
    case 'float64':
      return makeData({ type: new Float64(), ...validity, data: Float64Array.from(cells, numberOf) })
    case 'date32':
      return makeData({
        type: new DateDay(),
        ...validity,
        data: Int32Array.from(cells, (cell) => (typeof cell === 'string' ? daysSinceEpoch(cell) : 0)),
      })
  }
}
