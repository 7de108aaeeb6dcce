import type { Cell, Column } from '../../schemas/index.ts'
import type { Batch, CodedColumn } from './published-table.ts'

/** A column as it crosses from thread to thread: far fewer pieces than cells. */
type SentColumn =
  | {
      readonly kind: 'coded'
      /** Whether the values of the batches before are forgotten. */
      readonly anew: boolean
      /** The values that the batches before did not hold. */
      readonly added: readonly Cell[]
      readonly codes: Uint16Array
    }
  /** All texts in one, and where each ends; those below zero are null. */
  | { readonly kind: 'texts'; readonly joined: string; readonly ends: Int32Array }
  /** Numbers, null as NaN, which no column holds. */
  | { readonly kind: 'numbers'; readonly numbers: Float64Array }

/** A batch as it crosses from thread to thread. */
export interface SentBatch {
  readonly length: number
  readonly columns: readonly SentColumn[]
}

const NULL_END = -1

/** Memory that threads share, so that what several of them read is copied for none. */
const shared = <Numbers extends Uint16Array | Int32Array | Float64Array>(
  make: (memory: SharedArrayBuffer) => Numbers,
  bytes: number,
): Numbers => make(new SharedArrayBuffer(bytes))

const sentTexts = (cells: readonly Cell[]): SentColumn => {
  const ends = shared((memory) => new Int32Array(memory), cells.length * Int32Array.BYTES_PER_ELEMENT)
  const texts: string[] = []
  let end = 0
  for (const [index, cell] of cells.entries()) {
    if (typeof cell === 'string') {
      texts.push(cell)
      end += cell.length
      ends[index] = end
    } else ends[index] = NULL_END
  }
  return { kind: 'texts', joined: texts.join(''), ends }
}

const sentNumbers = (cells: readonly Cell[]): SentColumn => {
  const bytes = cells.length * Float64Array.BYTES_PER_ELEMENT
  const numbers = shared((memory) => new Float64Array(memory), bytes)
  for (const [index, cell] of cells.entries()) numbers[index] = typeof cell === 'number' ? cell : Number.NaN
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
    const copy = shared((memory) => new Uint16Array(memory), codes.byteLength)
    copy.set(codes)
    return { kind: 'coded', anew, added, codes: copy }
  }
  return ({ length, cells, coded }) => ({
    length,
    columns: columns.map(({ storage }, index) => {
      const codedColumn = coded[index]
      if (codedColumn) return sentCodes(codedColumn, index)
      const isText = storage === 'utf8' || storage === 'date32'
      return isText ? sentTexts(cells[index] ?? []) : sentNumbers(cells[index] ?? [])
    }),
  })
}

interface ReceivedColumn {
  readonly cells: readonly Cell[]
  readonly coded: CodedColumn | null
}

/** Makes the batches of one table again of what was sent, in the same order. */
export const batchReceiver = (): ((sent: SentBatch) => Batch) => {
  const known: Cell[][] = []
  const receivedCodes = (sent: SentColumn & { kind: 'coded' }, index: number): ReceivedColumn => {
    const values = sent.anew ? [] : (known[index] ?? [])
    known[index] = values
    for (const value of sent.added) values.push(value)
    const cells: Cell[] = []
    for (const code of sent.codes) cells.push(values[code] ?? null)
    return { cells, coded: { values, codes: sent.codes } }
  }
  const received = (sent: SentColumn, index: number): ReceivedColumn => {
    if (sent.kind === 'coded') return receivedCodes(sent, index)
    const cells: Cell[] = []
    if (sent.kind === 'numbers') {
      for (const value of sent.numbers) cells.push(Number.isNaN(value) ? null : value)
      return { cells, coded: null }
    }
    let start = 0
    for (const end of sent.ends) {
      cells.push(end === NULL_END ? null : sent.joined.slice(start, end))
      if (end !== NULL_END) start = end
    }
    return { cells, coded: null }
  }
  return ({ length, columns }) => {
    const all = columns.map(received)
    return { length, cells: all.map(({ cells }) => cells), coded: all.map(({ coded }) => coded) }
  }
}
