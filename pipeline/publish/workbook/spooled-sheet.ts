import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { Cell } from '../../../schemas/index.ts'
import { MOST_ROWS, rowWriter, type SheetColumn, sheetEnd, sheetStart } from './sheet-xml.ts'

/** Bytes that are read back at a time. */
const READ_AT_ONCE = 1 << 20
/** Characters that are written at a time. */
const WRITTEN_AT_ONCE = 1 << 18

/** A sheet whose text waits on disk until its turn in the archive: sheets grow side by side, an archive does not. */
export interface SpooledSheet {
  readonly name: string
  readonly add: (cells: readonly Cell[]) => void
  /** Whether no further row fits. */
  readonly isFull: () => boolean
  /** Ends the part and gives the path of its file, which is that of {@link spooledPieces} now. */
  readonly end: () => string
  /** Lets go of the file of a sheet that was not ended; its folder removes it. */
  readonly abandon: () => void
}

/** The part in a file, piece by piece, each of which holds until the next is asked for; the file is removed behind it. */
export function* spooledPieces(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r')
  try {
    const piece = new Uint8Array(READ_AT_ONCE)
    for (;;) {
      const read = readSync(descriptor, piece)
      if (read === 0) return
      yield piece.subarray(0, read)
    }
  } finally {
    closeSync(descriptor)
    rmSync(path)
  }
}

/** Told of the size of the file of a sheet, in bytes, as it grows. */
export type SheetGrown = (path: string, bytes: number) => void

/** Begins a sheet, in a file of its own at a path where there is none; the file is made with the first write. */
export const spoolSheet = (
  path: string,
  name: string,
  columns: readonly SheetColumn[],
  frozenColumns: number,
  grown: SheetGrown = () => {},
): SpooledSheet => {
  let descriptor: number | undefined
  let size = 0
  const writeRow = rowWriter(columns)
  let rows = 1
  let waiting = sheetStart(columns, frozenColumns)
  const abandon = (): void => {
    if (descriptor !== undefined) closeSync(descriptor)
    descriptor = undefined
  }
  const flush = (): void => {
    descriptor ??= openSync(path, 'wx')
    const bytes = Buffer.from(waiting)
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
    waiting = ''
    size += bytes.length
    grown(path, size)
  }
  return {
    name,
    isFull: () => rows === MOST_ROWS,
    add: (cells) => {
      rows += 1
      waiting += writeRow(rows, cells)
      if (waiting.length >= WRITTEN_AT_ONCE) flush()
    },
    end: () => {
      waiting += sheetEnd(columns, rows)
      flush()
      abandon()
      return path
    },
    abandon,
  }
}
