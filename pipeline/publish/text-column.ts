import type { Cell } from '../../schemas/index.ts'
import type { BatchColumn, CellColumn, CodedColumn, TextColumn } from './batch.ts'

/** No character of a JavaScript text takes more bytes in UTF-8 for each of its units. */
const MOST_BYTES_A_UNIT = 3

const encoder = new TextEncoder()

const encodedBefore = new WeakMap<readonly Cell[], (Uint8Array | null)[]>()

/** The UTF-8 of the values of a coded column; what the batches before held is encoded already. */
const encodedValues = (values: readonly Cell[]): readonly (Uint8Array | null)[] => {
  const encoded = encodedBefore.get(values) ?? []
  for (const value of values.slice(encoded.length)) {
    encoded.push(typeof value === 'string' ? encoder.encode(value) : null)
  }
  encodedBefore.set(values, encoded)
  return encoded
}

/** Each value is copied as often as it is held. */
const ofCodes = ({ values, codes }: CodedColumn): TextColumn => {
  const encoded = encodedValues(values)
  const { length } = codes
  const offsets = new Int32Array(length + 1)
  const present = new Uint8Array(length)
  let end = 0
  for (let row = 0; row < length; row++) {
    const text = encoded[codes[row] ?? 0]
    if (text) {
      present[row] = 1
      end += text.length
    }
    offsets[row + 1] = end
  }
  const bytes = new Uint8Array(end)
  let at = 0
  for (const code of codes) {
    const text = encoded[code]
    if (!text) continue
    bytes.set(text, at)
    at += text.length
  }
  return { kind: 'texts', bytes, offsets, present }
}

/** Makes the memory of a column; threads can be given some that they share. */
export type MakeMemory = (bytes: number) => ArrayBufferLike

const ownMemory: MakeMemory = (bytes) => new ArrayBuffer(bytes)

/** Encodes a column of texts and nulls. */
export const encodeTexts = ({ cells }: CellColumn, memory: MakeMemory = ownMemory): TextColumn => {
  const { length } = cells
  const offsets = new Int32Array(memory((length + 1) * Int32Array.BYTES_PER_ELEMENT))
  const present = new Uint8Array(memory(length))
  const units = cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0)
  const room = Buffer.allocUnsafeSlow(units * MOST_BYTES_A_UNIT)
  let end = 0
  for (let row = 0; row < length; row++) {
    const cell = cells[row]
    if (typeof cell === 'string') {
      end += room.write(cell, end)
      present[row] = 1
    }
    offsets[row + 1] = end
  }
  const bytes = new Uint8Array(memory(end))
  bytes.set(room.subarray(0, end))
  return { kind: 'texts', bytes, offsets, present }
}

const encodedCells = new WeakMap<CellColumn, TextColumn>()

/** The texts of a column as UTF-8; encoded once, however many writers ask for them. */
export const textColumn = (column: BatchColumn): TextColumn => {
  switch (column.kind) {
    case 'texts':
      return column
    case 'coded':
      return ofCodes(column)
    case 'cells': {
      const texts = encodedCells.get(column) ?? encodeTexts(column)
      encodedCells.set(column, texts)
      return texts
    }
  }
}

/** The UTF-8 of each text of a column; null stays null. */
export const encodedTexts = (column: BatchColumn): (Uint8Array | null)[] => {
  const { bytes, offsets, present } = textColumn(column)
  const texts: (Uint8Array | null)[] = []
  for (let row = 0; row < present.length; row++) {
    texts.push(present[row] === 1 ? bytes.subarray(offsets[row], offsets[row + 1]) : null)
  }
  return texts
}
