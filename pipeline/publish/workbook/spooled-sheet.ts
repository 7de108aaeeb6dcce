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
  /** Gives the whole part, piece by piece, and removes the file; nothing can be added behind it. */
  readonly drain: () => Generator<Uint8Array>
  /** Lets go of the file of a sheet that was not drained; its folder removes it. */
  readonly abandon: () => void
}

/** Begins a sheet, in a file of its own at a path where there is none; the file is made with the first write. */
export const spoolSheet = (
  path: string,
  name: string,
  columns: readonly SheetColumn[],
  frozenColumns: number,
): SpooledSheet => {
  let descriptor: number | undefined
  const writeRow = rowWriter(columns)
  let rows = 1
  let waiting = sheetStart(columns, frozenColumns)
  const abandon = (): void => {
    if (descriptor !== undefined) closeSync(descriptor)
    descriptor = undefined
  }
  const flush = (): number => {
    descriptor ??= openSync(path, 'wx+')
    const bytes = Buffer.from(waiting)
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
    waiting = ''
    return descriptor
  }
  return {
    name,
    isFull: () => rows === MOST_ROWS,
    add: (cells) => {
      rows += 1
      waiting += writeRow(rows, cells)
      if (waiting.length >= WRITTEN_AT_ONCE) flush()
    },
    drain: function* () {
      try {
        waiting += sheetEnd(columns, rows)
        const source = flush()
        for (let position = 0; ; ) {
          const piece = new Uint8Array(READ_AT_ONCE)
          const read = readSync(source, piece, 0, READ_AT_ONCE, position)
          if (read === 0) return
          yield piece.subarray(0, read)
          position += read
        }
      } finally {
        abandon()
        rmSync(path)
      }
    },
    abandon,
  }
}
