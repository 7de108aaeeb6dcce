import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pLimit from 'p-limit'
import { digestFile } from '../io/file-digest.ts'

/** A published file: its path below the output folder, its size in bytes and its SHA-256 in lower-case hexadecimal. */
export interface PublishedFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Takes the next bytes of a file; their memory may be used again once it returns. */
export type PutBytes = (bytes: Uint8Array | string) => void

/** A file that is being written; `close` completes it and lists it in its folder. */
export interface StagedFile {
  readonly put: PutBytes
  readonly close: () => void
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

const MAX_PARALLEL_SYNCS = 16

/** Makes a file, or the names in a folder, durable. */
export const syncPath = async (path: string): Promise<void> => {
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
}

/**
 * A new folder for a release.
 * @throws the error of the operating system where the folder, or a file in it, cannot be written
 */
export const openStagingFolder = (folder: string): StagingFolder => {
  mkdirSync(folder)
  const files: PublishedFile[] = []
  const opened = new Set<number>()
  const makePath = (name: string): string => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    return path
  }
  const openFile = (name: string): StagedFile => {
    const descriptor = openSync(makePath(name), 'wx')
    opened.add(descriptor)
    const hash = createHash('sha256')
    let bytes = 0
    return {
      put: (piece) => {
        writeFileSync(descriptor, piece)
        hash.update(piece)
        bytes += Buffer.byteLength(piece)
      },
      close: () => {
        opened.delete(descriptor)
        closeSync(descriptor)
        files.push({ name, bytes, sha256: hash.digest('hex') })
      },
    }
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
      files.push({ name, ...(await digestFile(makePath(name))) })
    },
    sync: async () => {
      const limit = pLimit(MAX_PARALLEL_SYNCS)
      const names = ['.', ...(await readdir(folder, { recursive: true }))]
      await Promise.all(names.map((name) => limit(() => syncPath(join(folder, name)))))
    },
    abandon: () => {
      for (const descriptor of opened) closeSync(descriptor)
    },
  }
}
