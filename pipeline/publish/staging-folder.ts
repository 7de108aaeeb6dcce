import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writevSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { digestOfFile } from '../file-digest.ts'
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

/** The folder that a release is made in before it takes its place. */
export interface StagingFolder {
  /** The files that are whole, in the order in which they became so. */
  readonly files: readonly PublishedFile[]
  /** Begins a file that is written piece by piece. */
  readonly open: (name: string) => StagedFile
  /** Writes a whole file. */
  readonly write: (name: string, content: string | Uint8Array) => void
  /** Where somebody else is to write a file; {@link StagingFolder.adopt} lists it. */
  readonly path: (name: string) => string
  /** Lists a file that was written by path; what is known of it need not be read. */
  readonly adopt: (name: string, known?: PublishedFile) => Promise<void>
  /** Makes what was written last through a power cut. */
  readonly sync: () => Promise<void>
  /** Lets go of the files that are not finished. */
  readonly abandon: () => void
}

/** Pieces are written once they come to so many bytes together. */
const WRITTEN_AT_ONCE = 1 << 20

/** How many files are synced at a time: the system gathers their writes. */
const SYNCED_AT_ONCE = 16

/** Begins a file at a path where there is none; `list` is told of it once it is whole. */
export const stagedFile = (path: string, name: string, list: (file: PublishedFile) => void): StagedFile => {
  const descriptor = openSync(path, 'wx')
  const hash = createHash('sha256')
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let bytes = 0
  let isOpen = true
  const abandon = (): void => {
    if (isOpen) closeSync(descriptor)
    isOpen = false
  }
  const flush = (): void => {
    while (waitingBytes > 0) {
      let written = writevSync(descriptor, waiting)
      waitingBytes -= written
      // the system may take a part only
      while (waiting[0] && written >= waiting[0].length) written -= waiting.shift()?.length ?? 0
      if (written > 0 && waiting[0]) waiting[0] = waiting[0].subarray(written)
    }
    waiting = []
  }
  return {
    put: (piece) => {
      if (piece.length === 0) return
      hash.update(piece)
      waiting.push(piece)
      waitingBytes += piece.length
      bytes += piece.length
      if (waitingBytes >= WRITTEN_AT_ONCE) flush()
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

const syncPath = async (path: string): Promise<void> => {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes new names in a folder durable; systems that cannot open folders do without. */
export const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

/**
 * A new folder for a release.
 * @throws the error of the operating system where the folder, or a file in it, cannot be written
 */
export const openStagingFolder = (folder: string): StagingFolder => {
  mkdirSync(folder)
  const files: PublishedFile[] = []
  const folders = new Set([folder])
  const begun: StagedFile[] = []
  const pathOf = (name: string): string => {
    const path = join(folder, name)
    if (!folders.has(dirname(path))) {
      mkdirSync(dirname(path), { recursive: true })
      folders.add(dirname(path))
    }
    return path
  }
  const openFile = (name: string): StagedFile => {
    const file = stagedFile(pathOf(name), name, (written) => files.push(written))
    begun.push(file)
    return file
  }
  return {
    files,
    open: openFile,
    write: (name, content) => {
      const file = openFile(name)
      file.put(typeof content === 'string' ? Buffer.from(content) : content)
      file.close()
    },
    path: pathOf,
    adopt: async (name, known) => {
      files.push(known ?? { name, ...(await digestOfFile(pathOf(name))) })
    },
    sync: async () => {
      const names = [...files]
      const syncSome = async (): Promise<void> => {
        for (let next = names.pop(); next; next = names.pop()) await syncPath(pathOf(next.name))
      }
      await Promise.all(Array.from({ length: SYNCED_AT_ONCE }, syncSome))
      for (const path of folders) await syncFolder(path)
    },
    abandon: () => {
      for (const file of begun) file.abandon()
    },
  }
}
