import { existsSync, linkSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Source } from '../../schemas/index.ts'
import { describeError, errorCode } from '../io/error-code.ts'
import { digestOfFile } from '../io/file-digest.ts'
import { filesFolder } from './folder-lock.ts'
import { PartialFile } from './http/partial-file.ts'
import { appendToLock, foldJournal, readLock } from './lock-file.ts'
import { possibleFiles } from './source-names.ts'

const PARTIAL_FOLDER = '.partial'

const partName = (id: string): string => id.replace('/', '_')

type FileState = { readonly sha256: string } | { readonly sha256: null; readonly fault: string | null }

/** The hash of a file; a pipe, a folder or a link to itself is not waited for. */
const readState = async (path: string): Promise<FileState> => {
  try {
    return { sha256: (await digestOfFile(path)).sha256 }
  } catch (error) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(errorCode(error))
    return { sha256: null, fault: isMissing ? null : describeError(error) }
  }
}

/** File systems without hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])

/** Gives a file a second name; false where that is taken. */
const addName = async (from: string, to: string): Promise<boolean> => {
  await mkdir(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || existsSync(to)) return false
    if (!NO_LINKS.has(errorCode(error))) throw error
    await copyFile(from, `${from}.copy`)
    await rename(`${from}.copy`, to)
  }
  return true
}

/** Puts a file under a name below a folder, as a whole. A taken name is never overwritten: its hash goes into the name. */
const placeFile = async (from: string, folder: string, file: string, sha256: string): Promise<string> => {
  const others = [sha256.slice(0, 8), sha256].map((hash) => file.replace(/(\.[a-z]+)$/, `-${hash}$1`))
  for (const name of [file, ...others]) {
    if (await addName(from, join(folder, name))) return name
    if ((await readState(join(folder, name))).sha256 === sha256) return name
  }
  throw new Error(`${others.at(-1)} holds another file; move it away`)
}

/**
 * The fetched files of a lock, and the lock itself, on disk as in memory. Each file is hashed: one with other bytes than
 * the lock says does not count.
 */
export const openDownloadStore = async (lock: string) => {
  const folder = filesFolder(lock)
  const sources = new Map((await readLock(lock)).map((source) => [source.id, source]))
  const files = new Map<string, string>()
  const unusable = new Map<string, string>()
  for (const source of sources.values()) {
    if (source.sha256 === undefined || files.has(source.sha256)) continue
    for (const file of possibleFiles(source)) {
      const state = await readState(join(folder, file))
      if (state.sha256 === null && state.fault !== null) unusable.set(file, state.fault)
      if (state.sha256 !== source.sha256) continue
      files.set(source.sha256, file)
      if (source.digest !== undefined) files.set(source.digest, file)
    }
  }
  /** Bytes that are being placed, so that the same from elsewhere wait for them. */
  const placing = new Map<string, Promise<string>>()
  const findFileOf = ({ sha256, digest }: Source): string | undefined => files.get(sha256 ?? digest ?? '')
  return {
    sources: (): readonly Source[] => [...sources.values()],
    source: (id: string): Source | undefined => sources.get(id),
    /** The file of a document, where its bytes are here. */
    findFileOf,
    /** Names that are taken by what cannot be read, and why; they are left alone. */
    unusable,
    part: ({ id }: Source): PartialFile => new PartialFile(join(folder, PARTIAL_FOLDER, partName(id))),
    /** Puts received bytes in their place and returns its name; bytes that are there already are not stored twice. */
    place: async (
      part: PartialFile,
      file: string,
      { sha256, digest }: { readonly sha256: string; readonly digest: string },
    ): Promise<string> => {
      const here = files.get(sha256)
      if (here !== undefined) return here
      const placed = placing.get(sha256) ?? placeFile(part.path, folder, file, sha256)
      placing.set(sha256, placed)
      const name = await placed
      files.set(sha256, name)
      files.set(digest, name)
      return name
    },
    record: (source: Source): void => {
      sources.set(source.id, source)
      appendToLock(lock, source)
    },
    /** Writes the lock, and removes what no later run can resume. */
    close: async (): Promise<void> => {
      await foldJournal(lock, [...sources.values()])
      const partial = join(folder, PARTIAL_FOLDER)
      await mkdir(partial, { recursive: true })
      const missing = new Set(
        [...sources.values()].filter((source) => !findFileOf(source)).map(({ id }) => partName(id)),
      )
      for (const name of await readdir(partial)) {
        const [document = ''] = name.split('.')
        if (!missing.has(document)) await rm(join(partial, name), { force: true })
        else if (name === document) await new PartialFile(join(partial, name)).removeUnlessResumable()
      }
      await rmdir(partial).catch(() => undefined) // what can be resumed stays
    },
  }
}

export type DownloadStore = Awaited<ReturnType<typeof openDownloadStore>>
