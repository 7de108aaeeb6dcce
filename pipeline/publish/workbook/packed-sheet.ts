import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { type Zip, ZipDeflate } from 'fflate'
import { spooledPieces } from './spooled-sheet.ts'

/** Bytes that are compressed at a time; those of the archive hang on it. */
const PACKED_AT_ONCE = 1 << 20

/** The day that every entry of the archive has: the first that the format knows, as the local clock writes it. */
const entryDate = (): Date => new Date(1980, 0, 1, 12)

/** Begins an entry of an archive, packed by the code of the locked library, so that the bytes do not hang on the machine. */
export const archiveEntry = (path: string): ZipDeflate => {
  const entry = new ZipDeflate(path, { level: 6 })
  entry.mtime = entryDate()
  return entry
}

/** A sheet that is compressed while its rows are being written: sheets grow side by side, an archive does not. */
export interface PackedSheet {
  /** Compresses what the file of the sheet holds, of which so many bytes are there, in pieces that time does not shape. */
  readonly grow: (bytes: number) => void
  /** Compresses what is left, puts the whole into an archive at its path, and removes both files. */
  readonly addTo: (archive: Zip, path: string) => void
}

/** Begins to compress the sheet that grows in a file, into a file beside it. */
export const packSheet = (spooled: string): PackedSheet => {
  const packed = `${spooled}.packed`
  const source = openSync(spooled, 'r')
  const target = openSync(packed, 'wx')
  const entry = archiveEntry('')
  entry.ondata = (error, bytes) => {
    if (error) throw error
    for (let written = 0; written < bytes.length; ) written += writeSync(target, bytes, written)
  }
  const piece = new Uint8Array(PACKED_AT_ONCE)
  let position = 0
  const packPiece = (): number => {
    let filled = 0
    while (filled < piece.length) {
      const read = readSync(source, piece, filled, piece.length - filled, position + filled)
      if (read === 0) break
      filled += read
    }
    entry.push(piece.subarray(0, filled))
    position += filled
    return filled
  }
  return {
    grow: (bytes) => {
      while (bytes - position >= PACKED_AT_ONCE) packPiece()
    },
    addTo: (archive, path) => {
      try {
        while (packPiece() === PACKED_AT_ONCE);
        entry.push(new Uint8Array(), true)
      } finally {
        closeSync(source)
        closeSync(target)
        rmSync(spooled)
      }
      entry.filename = path
      archive.add(entry)
      for (const bytes of spooledPieces(packed)) entry.ondata(null, bytes.slice(), false)
      entry.ondata(null, new Uint8Array(), true)
    },
  }
}
