import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { digestOfFile } from '../io/file-digest.ts'
import { type PublishedFile, type StagedFile, stagedFile } from './staged-file.ts'

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

/** How many files are synced at a time: the system gathers their writes. */
const SYNCED_AT_ONCE = 16

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
