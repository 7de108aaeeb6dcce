import type { Cell, Column } from '../../schemas/index.ts'
import type { Batch, BatchColumn, CellColumn, CodedColumn, TextColumn } from './batch.ts'
import { encodeTexts } from './text-column.ts'

/** A column as it crosses from thread to thread: few pieces, and memory that threads share. */
type SentColumn =
  | {
      readonly kind: 'coded'
      /** Whether the values of the batches before are forgotten. */
      readonly anew: boolean
      /** The values that the batches before did not hold. */
      readonly added: readonly Cell[]
      readonly codes: Uint16Array
    }
  | TextColumn
  /** Numbers, null as NaN, which no column holds. */
  | { readonly kind: 'numbers'; readonly numbers: Float64Array }

/** A batch as it crosses from thread to thread. */
export interface SentBatch {
  readonly length: number
  readonly columns: readonly SentColumn[]
}

/** Memory that threads share, so that what several of them read is copied for none. */
const sharedMemory = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)

const sentNumbers = ({ cells }: CellColumn): SentColumn => {
  const numbers = new Float64Array(sharedMemory(cells.length * Float64Array.BYTES_PER_ELEMENT))
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]
    numbers[row] = typeof cell === 'number' ? cell : Number.NaN
  }
  return { kind: 'numbers', numbers }
}

/** Makes what is sent of the batches of one table, in their order. */
export const batchSender = (columns: readonly Column[]): ((batch: Batch) => SentBatch) => {
  const sentBefore = columns.map((): { values: readonly Cell[]; count: number } => ({ values: [], count: 0 }))
  const sentCodes = ({ values, codes }: CodedColumn, index: number): SentColumn => {
    const before = sentBefore[index]
    const anew = before?.values !== values
    const added = values.slice(anew ? 0 : before.count)
    sentBefore[index] = { values, count: values.length }
    const copy = new Uint16Array(sharedMemory(codes.byteLength))
    copy.set(codes)
    return { kind: 'coded', anew, added, codes: copy }
  }
  const sent = (column: BatchColumn, index: number): SentColumn => {
    switch (column.kind) {
      case 'coded':
        return sentCodes(column, index)
      case 'texts':
        return column
      case 'cells': {
        const storage = columns[index]?.storage
        const isText = storage === 'utf8' || storage === 'date32'
        return isText ? encodeTexts(column, sharedMemory) : sentNumbers(column)
      }
    }
  }
  return (batch) => ({ length: batch.length, columns: batch.columns.map(sent) })
}

/** Makes the batches of one table again of what was sent, in the same order. */
export const batchReceiver = (): ((sent: SentBatch) => Batch) => {
  const known: Cell[][] = []
  const received = (sent: SentColumn, index: number): BatchColumn => {
    switch (sent.kind) {
      case 'coded': {
        const values = sent.anew ? [] : (known[index] ?? [])
        known[index] = values
        for (const value of sent.added) values.push(value)
        return { kind: 'coded', values, codes: sent.codes }
      }
      case 'texts':
        return sent
      case 'numbers':
        return {
          kind: 'cells',
          cells: Array.from(sent.numbers, (number) => (Number.isNaN(number) ? null : number)),
        }
    }
  }
  return ({ length, columns }) => ({ length, columns: columns.map(received) })
}
