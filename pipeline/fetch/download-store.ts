import { existsSync, lstatSync, readdirSync, renameSync, rmdirSync } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pLimit from 'p-limit'
import { z } from 'zod'
import { MEDIA_TYPES, type Source } from '../../schemas/index.ts'
import { describeError, errorCode } from '../io/errors.ts'
import { digestFile } from '../io/file-digest.ts'
import { appendToLock, journalPath, readLock, writeLock } from './lock-file.ts'
import { filesFolder } from './lock-request.ts'
import { sourceFile } from './source-names.ts'

const resumeNote = z.strictObject({
  /** The address that was asked. */
  asked: z.string(),
  /** The strong ETag of the bytes. */
  etag: z.string(),
  /** Size of the whole document. */
  total: z.int(),
})

/** A file that is being received, with a note beside it (`.json`) that lets another attempt or run resume. */
const openPartialFile = (path: string) => {
  const notePath = `${path}.json`
  /** The note goes first: it must never describe other bytes. */
  const remove = async (): Promise<void> => {
    for (const file of [notePath, path]) await rm(file, { force: true, recursive: true })
  }
  return {
    path,
    remove,
    /** Where to resume the download, and what is known of its document; null if there is nothing to resume. */
    resumePoint: async () => {
      try {
        const note = resumeNote.parse(JSON.parse(await readFile(notePath, 'utf8')))
        const { size } = await stat(path)
        return size > 0 && size < note.total ? { ...note, offset: size } : null
      } catch {
        return null // missing or unusable: the document is received from its beginning
      }
    },
    /** Prepares for bytes from the beginning. Without a note they cannot be resumed. */
    begin: async (note: z.infer<typeof resumeNote> | null): Promise<void> => {
      await remove()
      await mkdir(dirname(path), { recursive: true })
      if (note !== null) await writeFile(notePath, JSON.stringify(note))
    },
  }
}

export type PartialFile = ReturnType<typeof openPartialFile>
export type ResumePoint = Awaited<ReturnType<PartialFile['resumePoint']>>

/** The hash of a file, or null; `fail` takes why one that exists cannot be read. A pipe is not waited for. */
const readHash = async (path: string, fail: (why: string) => void = () => {}): Promise<string | null> => {
  try {
    return (await digestFile(path)).sha256
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error))) fail(describeError(error))
    return null
  }
}

const isTaken = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** A name that is free, or has the same bytes. A taken name is never overwritten: the hash goes into the name. */
const findName = async (folder: string, file: string, sha256: string): Promise<string> => {
  const others = [sha256.slice(0, 8), sha256].map((hash) => file.replace(/(\.[a-z]+)$/, `-${hash}$1`))
  for (const name of [file, ...others]) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    if (!isTaken(path) || (await readHash(path)) === sha256) return name
  }
  throw new Error(`${others.at(-1)} holds another file; move it away`)
}

/**
 * The fetched files of a lock, and the lock itself, on disk as in memory. Each file is hashed: one with other bytes than
 * the lock says does not count.
 */
export const openDownloadStore = async (lock: string) => {
  const folder = filesFolder(lock)
  const partial = join(folder, '.partial')
  const sources = new Map((await readLock(lock)).map((source) => [source.id, source]))
  /** Names of files by the SHA-256 and the archive's digest of their bytes. */
  const files = new Map<string, string>()
  const unusable = new Map<string, string>()
  for (const source of sources.values()) {
    if (source.sha256 === undefined || files.has(source.sha256)) continue
    const names =
      source.file === undefined ? MEDIA_TYPES.map((type) => sourceFile(source, type)) : [source.file]
    for (const file of names) {
      const found = await readHash(join(folder, file), (why) => unusable.set(file, why))
      if (found !== source.sha256) continue
      files.set(source.sha256, file)
      if (source.digest !== undefined) files.set(source.digest, file)
    }
  }
  const inTurn = pLimit(1)
  /** The file of a document, where its bytes are here. */
  const findFile = ({ sha256, digest }: Source): string | undefined => files.get(sha256 ?? digest ?? '')
  const namePart = ({ id }: Source): string => id.replace('/', '_')
  return {
    sources,
    findFile,
    /** Names of unreadable files, which are left alone, and why they cannot be read. */
    unusable,
    openPart: (source: Source): PartialFile => openPartialFile(join(partial, namePart(source))),
    /** Records received bytes in the lock and puts them in their place; bytes that are here are not stored twice. */
    place: (
      part: PartialFile,
      wantedName: string,
      { sha256, digest }: Readonly<Record<'sha256' | 'digest', string>>,
      source: Source,
    ): Promise<Source> =>
      inTurn(async () => {
        const file = files.get(sha256) ?? (await findName(folder, wantedName, sha256))
        const entry = { ...source, file }
        // the lock goes first: a killed run leaves no file that the lock does not know
        appendToLock(lock, entry)
        if (!isTaken(join(folder, file))) renameSync(part.path, join(folder, file))
        await part.remove()
        sources.set(entry.id, entry)
        files.set(sha256, file).set(digest, file)
        return entry
      }),
    /** Writes the lock where it changed, and removes what no later run can resume. */
    close: async (): Promise<void> => {
      if (existsSync(journalPath(lock))) await writeLock(lock, [...sources.values()])
      if (!existsSync(partial)) return
      const missing = [...sources.values()].filter((source) => findFile(source) === undefined)
      const wanted = new Set(missing.map(namePart))
      for (const name of new Set(readdirSync(partial).map((file) => file.replace(/\.json$/, '')))) {
        const part = openPartialFile(join(partial, name))
        if (!wanted.has(name) || (await part.resumePoint()) === null) await part.remove()
      }
      if (readdirSync(partial).length === 0) rmdirSync(partial)
    },
  }
}

export type DownloadStore = Awaited<ReturnType<typeof openDownloadStore>>
