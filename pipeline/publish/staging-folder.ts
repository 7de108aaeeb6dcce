import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { digestOfFile } from '../io/file-digest.ts'
import type { PutBytes } from './writer.ts'

/** A published file: its path below the output folder, its size in bytes and its SHA-256 in lower-case hexadecimal. */
export interface PublishedFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** A file that is being written. */
export interface StagedFile {
  readonly put: PutBytes
  /** Completes the file and lists it in its folder. */
  readonly close: () => void
  /** Closes a file that will not be completed. */
  readonly abandon: () => void
}

/** The folder in which a release is made before it takes its place. */
export interface StagingFolder {
  /** The completed files, in the order of their completion. */
  readonly files: readonly PublishedFile[]
  /** Starts a file that is written piece by piece. */
  readonly open: (name: string) => StagedFile
  /** Writes a whole file. */
  readonly write: (name: string, content: string | Uint8Array) => void
  /** A path for a file that a library writes; {@link StagingFolder.adopt} lists it afterwards. */
  readonly path: (name: string) => string
  readonly adopt: (name: string) => Promise<void>
  /** Flushes all files to the disk, so that they survive a power cut. */
  readonly sync: () => Promise<void>
  /** Closes the files that are not complete. */
  readonly abandon: () => void
}

/** Short pieces are gathered up to this size, in bytes, before they are written. */
const BUFFER_BYTES = 1 << 18

/** Files that are flushed at the same time. */
const MAX_PARALLEL_SYNCS = 16

/** Starts a new file; `list` is called once it is complete. */
const openStagedFile = (path: string, name: string, list: (file: PublishedFile) => void): StagedFile => {
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
    const piece = Buffer.concat(waiting)
    waiting = []
    waitingBytes = 0
    hash.update(piece)
    bytes += piece.length
    // the system may write a part only
    for (let written = 0; written < piece.length; ) written += writeSync(descriptor, piece, written)
  }
  return {
    put: (piece) => {
      const copy = Buffer.from(piece)
      waiting.push(copy)
      waitingBytes += copy.length
      if (waitingBytes >= BUFFER_BYTES) flush()
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
  const opened: StagedFile[] = []
  const makePath = (name: string): string => {
    const path = join(folder, name)
    if (!folders.has(dirname(path))) {
      mkdirSync(dirname(path), { recursive: true })
      folders.add(dirname(path))
    }
    return path
  }
  const openFile = (name: string): StagedFile => {
    const file = openStagedFile(makePath(name), name, (written) => files.push(written))
    opened.push(file)
    return file
  }
  return {
    files,
    open: openFile,
    write: (name, content) => {
      const file = openFile(name)
      file.put(content)
      file.close()
    },
    path: makePath,
    adopt: async (name) => {
      files.push({ name, ...(await digestOfFile(makePath(name))) })
    },
    sync: async () => {
      const names = [...files]
      const syncNext = async (): Promise<void> => {
        for (let next = names.pop(); next; next = names.pop()) await syncPath(makePath(next.name))
      }
      await Promise.all(Array.from({ length: MAX_PARALLEL_SYNCS }, syncNext))
      for (const path of folders) await syncFolder(path)
    },
    abandon: () => {
      for (const file of opened) file.abandon()
    },
  }
}
