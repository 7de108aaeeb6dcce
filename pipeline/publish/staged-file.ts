import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import type { PutBytes } from './table-writer.ts'

/** What is known of a published file: its path below the output folder, its size in bytes and its SHA-256. */
export interface PublishedFile {
  readonly name: string
  readonly bytes: number
  /** In lower-case hexadecimal. */
  readonly sha256: string
}

/** A file of a release that is being written. */
export interface StagedFile {
  readonly put: PutBytes
  /** Ends the file and lists it in its folder. */
  readonly close: () => void
  /** Lets go of a file that will not be finished. */
  readonly abandon: () => void
}

/** Short pieces are gathered to so many bytes before they are written; a longer one is written as it comes. */
const WRITTEN_AT_ONCE = 1 << 18

/** Begins a file at a path where there is none; `list` is told of it once it is whole. */
export const stagedFile = (path: string, name: string, list: (file: PublishedFile) => void): StagedFile => {
  const descriptor = openSync(path, 'wx')
  const hash = createHash('sha256')
  let gathered = new Uint8Array(0)
  let waiting = 0
  let bytes = 0
  let isOpen = true
  const abandon = (): void => {
    if (isOpen) closeSync(descriptor)
    isOpen = false
  }
  const write = (piece: Uint8Array): void => {
    // the system may take a part only
    for (let written = 0; written < piece.length; ) written += writeSync(descriptor, piece, written)
  }
  const flush = (): void => {
    write(gathered.subarray(0, waiting))
    waiting = 0
  }
  return {
    put: (piece) => {
      hash.update(piece)
      bytes += piece.length
      if (waiting + piece.length > WRITTEN_AT_ONCE) flush()
      if (piece.length > WRITTEN_AT_ONCE) {
        write(piece)
        return
      }
      if (gathered.length === 0) gathered = new Uint8Array(WRITTEN_AT_ONCE)
      gathered.set(piece, waiting)
      waiting += piece.length
    },
    close: () => {
      try {
        flush()
      } finally {
        abandon()
      }
      list({ name, bytes, sha256: hash.digest('hex') })
    },
    abandon,
  }
}
