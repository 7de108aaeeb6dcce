import { Zip } from 'fflate'
import type { StagingFolder } from '../staging-folder.ts'
import type { PutBytes } from '../table-writer.ts'
import { archiveEntry, type PackedSheet, packSheet } from './packed-sheet.ts'

/** What a workbook is packed of. */
export interface WorkbookParts {
  /** Short parts: text by path in the archive. */
  readonly texts: ReadonlyMap<string, string>
  /** Sheets that wait in files, behind them. */
  readonly sheets: readonly { readonly path: string; readonly spooled: string }[]
}

/** A workbook that is to be packed. */
export interface Packing {
  /** Tells that the file of a sheet holds so many bytes by now. */
  readonly grow: (spooled: string, bytes: number) => void
  /** Tells that all its parts are there, so that they can be packed. */
  readonly begin: (parts: WorkbookParts) => void
  /** Makes its file whole and lists it in its folder. */
  readonly finish: () => void | Promise<void>
  /** Gives it up. */
  readonly stop: () => void
}

/** Makes ready to pack a workbook into a file of a folder. */
export type StartPacking = (folder: StagingFolder, name: string) => Packing

/** Packs a workbook whose sheets grow. */
export interface WorkbookPacker {
  readonly grow: Packing['grow']
  /** Puts the archive of all parts. */
  readonly pack: (parts: WorkbookParts, put: PutBytes) => void
}

/** Begins to pack a workbook; the bytes do not hang on when its sheets grow, nor whether that is told. */
export const workbookPacker = (): WorkbookPacker => {
  const begun = new Map<string, PackedSheet>()
  const packedSheet = (spooled: string): PackedSheet => {
    const sheet = begun.get(spooled) ?? packSheet(spooled)
    begun.set(spooled, sheet)
    return sheet
  }
  return {
    grow: (spooled, bytes) => packedSheet(spooled).grow(bytes),
    pack: ({ texts, sheets }, put) => {
      const archive = new Zip((error, bytes) => {
        if (error) throw error
        put(bytes)
      })
      for (const [path, text] of texts) {
        const entry = archiveEntry(path)
        archive.add(entry)
        entry.push(Buffer.from(text), true)
      }
      for (const { path, spooled } of sheets) packedSheet(spooled).addTo(archive, path)
      archive.end()
    },
  }
}

/** Packs a workbook in this thread. */
export const packHere: StartPacking = (folder, name) => {
  let waiting: WorkbookParts | null = null
  return {
    grow: () => {}, // nothing is gained by packing sooner
    begin: (parts) => {
      waiting = parts
    },
    finish: () => {
      if (waiting === null) throw new Error(`${name} has no parts yet`)
      const file = folder.open(name)
      workbookPacker().pack(waiting, file.put)
      file.close()
    },
    stop: () => {},
  }
}
