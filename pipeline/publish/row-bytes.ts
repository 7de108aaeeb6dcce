import type { Cell } from '../../schemas/index.ts'
import { type Batch, type BatchColumn, type CodedColumn, cellAt } from './batch.ts'
import type { PutBytes } from './table-writer.ts'

/** Copies bytes behind what others hold already, and gives where the copy ends. */
export type CopyPart = (from: Uint8Array, start: number, end: number, to: Uint8Array, at: number) => number

/** Copies a text of UTF-8 as the format writes it; null where that is not done byte by byte. */
export type CopyText = (...parameters: Parameters<CopyPart>) => number | null

export const copyBytes: CopyPart = (from, start, end, to, at) => {
  to.set(from.subarray(start, end), at)
  return at + end - start
}

/** How the rows of a text format are laid out. */
export interface RowLayout {
  /** What stands before the cell of each column. */
  readonly before: readonly string[]
  readonly cellText: (cell: Cell) => string
  readonly copyText: CopyText
  /** The most bytes that a text may take, for each byte of it and beside them. */
  readonly most: { readonly forByte: number; readonly beside: number }
  /** What stands between two rows, and behind each. */
  readonly between: string
  readonly end: string
}

/** Bytes that are given on at a time. */
const CHUNK = 1 << 18

const encoder = new TextEncoder()

/** The bytes of the values of a coded column, made when they are met first. */
interface KnownBytes {
  values: readonly Cell[]
  readonly bytes: (Uint8Array | undefined)[]
}

/**
 * Writes rows as UTF-8 straight into bytes, far faster than text by text: what a column says over and over is encoded
 * once and copied, and so is what comes as UTF-8.
 */
export const rowBytes = (layout: RowLayout, put: PutBytes): ((batch: Batch) => void) => {
  const { cellText, copyText, most } = layout
  const known = layout.before.map((): KnownBytes => ({ values: [], bytes: [] }))
  const before = layout.before.map((text) => encoder.encode(text))
  const nulls = layout.before.map((text) => encoder.encode(text + cellText(null)))
  const [betweenBytes, endBytes] = [encoder.encode(layout.between), encoder.encode(layout.end)]
  let isFirst = true
  let chunk = new Uint8Array(0)
  let at = 0
  const flush = (): void => {
    put(chunk.subarray(0, at))
    at = 0
  }
  const makeRoom = (bytes: number): void => {
    if (at + bytes <= chunk.length) return
    flush()
    if (bytes > chunk.length) chunk = new Uint8Array(Math.max(CHUNK, bytes))
  }
  const addBytes = (bytes: Uint8Array): void => {
    makeRoom(bytes.length)
    chunk.set(bytes, at)
    at += bytes.length
  }
  const knownBytes = ({ values, codes }: CodedColumn, index: number, row: number): Uint8Array => {
    const bytes = known[index]?.bytes ?? []
    const code = codes[row] ?? 0
    const made = bytes[code] ?? encoder.encode(`${layout.before[index]}${cellText(values[code] ?? null)}`)
    bytes[code] = made
    return made
  }
  const addField = (column: BatchColumn, index: number, row: number): void => {
    if (column.kind === 'coded') {
      addBytes(knownBytes(column, index, row))
      return
    }
    const isNull = column.kind === 'texts' ? column.present[row] === 0 : column.cells[row] === null
    if (isNull) {
      addBytes(nulls[index] ?? endBytes)
      return
    }
    addBytes(before[index] ?? endBytes)
    if (column.kind === 'texts') {
      const [start = 0, end = 0] = [column.offsets[row], column.offsets[row + 1]]
      makeRoom((end - start) * most.forByte + most.beside)
      const copied = copyText(column.bytes, start, end, chunk, at)
      if (copied !== null) {
        at = copied
        return
      }
    }
    addBytes(encoder.encode(cellText(cellAt(column, row))))
  }
  return ({ length, columns }) => {
    for (const [index, column] of columns.entries()) {
      const one = known[index]
      if (!one || column.kind !== 'coded' || column.values === one.values) continue
      one.values = column.values
      one.bytes.length = 0
    }
    for (let row = 0; row < length; row++) {
      if (!isFirst) addBytes(betweenBytes)
      isFirst = false
      for (let index = 0; index < columns.length; index++) {
        const column = columns[index]
        if (column) addField(column, index, row)
      }
      addBytes(endBytes)
    }
    flush()
  }
}
