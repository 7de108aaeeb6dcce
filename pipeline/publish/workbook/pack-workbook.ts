import { Zip, ZipDeflate } from 'fflate'
import type { StagingFolder } from '../staging-folder.ts'
import type { PutBytes } from '../table-writer.ts'
import { spooledPieces } from './spooled-sheet.ts'

/** The day that every entry of the archive has: the first that the format knows, as the local clock writes it. */
const entryDate = (): Date => new Date(1980, 0, 1, 12)

/** What a workbook is packed of. */
export interface WorkbookParts {
  /** Short parts: text by path in the archive. */
  readonly texts: ReadonlyMap<string, string>
  /** Sheets that wait in files, behind them. */
  readonly sheets: readonly { readonly path: string; readonly spooled: string }[]
}

/** A workbook that is to be packed. */
export interface Packing {
  /** Tells that all its parts are there, so that they can be packed. */
  readonly begin: (parts: WorkbookParts) => void
  /** Makes its file whole and lists it in its folder. */
  readonly finish: () => void | Promise<void>
  /** Gives it up. */
  readonly stop: () => void
}

/** Makes ready to pack a workbook into a file of a folder. */
export type StartPacking = (folder: StagingFolder, name: string) => Packing

/** Packs a workbook by the code of the locked library, so that the bytes do not hang on the machine. */
export const packWorkbook = ({ texts, sheets }: WorkbookParts, put: PutBytes): void => {
  const archive = new Zip((error, bytes) => {
    if (error) throw error
    put(bytes)
  })
  const begin = (path: string): ZipDeflate => {
    const entry = new ZipDeflate(path, { level: 6 })
    entry.mtime = entryDate()
    archive.add(entry)
    return entry
  }
  for (const [path, text] of texts) begin(path).push(Buffer.from(text), true)
  for (const { path, spooled } of sheets) {
    const entry = begin(path)
    for (const piece of spooledPieces(spooled)) entry.push(piece)
    entry.push(new Uint8Array(), true)
  }
  archive.end()
}

/** Packs a workbook in this thread. */
export const packHere: StartPacking = (folder, name) => {
  let waiting: WorkbookParts | null = null
  return {
    begin: (parts) => {
      waiting = parts
    },
    finish: () => {
      if (waiting === null) throw new Error(`${name} has no parts yet`)
      const file = folder.open(name)
      packWorkbook(waiting, file.put)
      file.close()
    },
    stop: () => {},
  }
}
