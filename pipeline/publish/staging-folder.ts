import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pLimit from 'p-limit'
import { digestFile, type FileDigest } from '../io/file-digest.ts'

/** A published file, and its path below the output folder. */
export interface PublishedFile extends FileDigest {
  readonly name: string
}

/** Takes the next bytes of a file; their memory may be used again once it returns. */
export type PutBytes = (bytes: Uint8Array | string) => void

const MAX_PARALLEL_SYNCS = 16

/** Makes a file, or the names in a folder, durable. */
export const syncPath = async (path: string): Promise<void> => {
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
}

/**
 * A new folder in which a release is made before it takes its place.
 * @throws the error of the operating system where the folder, or a file in it, cannot be written
 */
export const openStagingFolder = (folder: string) => {
  mkdirSync(folder)
  const files: PublishedFile[] = []
  const opened = new Set<number>()
  /** A path for a file that a library writes; `adopt` lists it afterwards. */
  const makePath = (name: string): string => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    return path
  }
  /** Starts a file that is written piece by piece; `close` completes it and lists it. */
  const openFile = (name: string) => {
    const descriptor = openSync(makePath(name), 'wx')
    opened.add(descriptor)
    const hash = createHash('sha256')
    let bytes = 0
    const put: PutBytes = (piece) => {
      const added = typeof piece === 'string' ? Buffer.from(piece) : piece
      writeFileSync(descriptor, added)
      hash.update(added)
      bytes += added.length
    }
    const close = (): void => {
      opened.delete(descriptor)
      closeSync(descriptor)
      files.push({ name, bytes, sha256: hash.digest('hex') })
    }
    return { put, close }
  }
  return {
    /** The completed files, in the order of their completion. */
    files: files as readonly PublishedFile[],
    open: openFile,
    /** Writes a whole file. */
    write: (name: string, content: string | Uint8Array): void => {
      const { put, close } = openFile(name)
      put(content)
      close()
    },
    path: makePath,
    adopt: async (name: string): Promise<void> => {
      files.push({ name, ...(await digestFile(makePath(name))) })
    },
    /** Flushes all files to the disk, so that they survive a power cut. */
    sync: async (): Promise<void> => {
      const limit = pLimit(MAX_PARALLEL_SYNCS)
      const names = ['.', ...(await readdir(folder, { recursive: true }))]
      await limit.map(names, (name) => syncPath(join(folder, name)))
    },
    /** Closes the files that are not complete. */
    abandon: (): void => {
      for (const descriptor of opened) closeSync(descriptor)
    },
  }
}

export type StagingFolder = ReturnType<typeof openStagingFolder>
