import { Bool, type Data, DateDay, Float64, Int32, Int64, makeData, Utf8 } from 'apache-arrow'
import type { Cell, Storage } from '../../schemas/index.ts'
import { type CodedColumn, daysSinceEpoch } from './published-table.ts'

/** A bit for each cell, from the lowest, as Arrow lays out validity and booleans. */
const bitsOf = (cells: readonly Cell[], isSet: (cell: Cell) => boolean): Uint8Array => {
  const bits = new Uint8Array(Math.ceil(cells.length / 8))
  for (let index = 0; index < cells.length; index++) {
    if (isSet(cells[index] ?? null)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
  }
  return bits
}

interface Validity {
  readonly length: number
  readonly nullCount: number
  readonly nullBitmap: Uint8Array | null
}

const validityOf = (cells: readonly Cell[]): Validity => {
  let nullCount = 0
  for (const cell of cells) if (cell === null) nullCount++
  return {
    length: cells.length,
    nullCount,
    nullBitmap: nullCount === 0 ? null : bitsOf(cells, (cell) => cell !== null),
  }
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : '')

const numberOf = (cell: Cell): number => (typeof cell === 'number' ? cell : 0)

interface Utf8Values {
  readonly data: Uint8Array
  /** Where each text begins, and at last where all end. */
  readonly valueOffsets: Int32Array
}

/** Each value is encoded once, and copied as often as it is held. */
const codedUtf8Of = ({ values, codes }: CodedColumn): Utf8Values => {
  const encoded = values.map((value) => Buffer.from(textOf(value)))
  const valueOffsets = new Int32Array(codes.length + 1)
  let end = 0
  for (let index = 0; index < codes.length; index++) {
    end += encoded[codes[index] ?? 0]?.length ?? 0
    valueOffsets[index + 1] = end
  }
  const data = new Uint8Array(end)
  let at = 0
  for (const code of codes) {
    const bytes = encoded[code]
    if (bytes === undefined) continue
    // for pieces this short, faster than the call that copies
    for (let index = 0; index < bytes.length; index++) data[at + index] = bytes[index] ?? 0
    at += bytes.length
  }
  return { data, valueOffsets }
}

/** All texts of a column in one piece, and where each ends: far faster than text by text. */
const utf8Of = (cells: readonly Cell[]): Utf8Values => {
  const joined = cells.map(textOf).join('')
  const data = Buffer.from(joined)
  const isAscii = data.length === joined.length
  const valueOffsets = new Int32Array(cells.length + 1)
  let end = 0
  for (let index = 0; index < cells.length; index++) {
    const text = textOf(cells[index] ?? null)
    end += isAscii ? text.length : Buffer.byteLength(text)
    valueOffsets[index + 1] = end
  }
  return { data, valueOffsets }
}

/** The cells of a column in Arrow's memory layout (https://arrow.apache.org/docs/format/Columnar.html). */
export const arrowColumn = (storage: Storage, cells: readonly Cell[], coded: CodedColumn | null): Data => {
  const validity = validityOf(cells)
  switch (storage) {
    case 'utf8':
      return makeData({ type: new Utf8(), ...validity, ...(coded ? codedUtf8Of(coded) : utf8Of(cells)) })
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
