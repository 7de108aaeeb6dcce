import { mkdir, readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Source } from '../../schemas/index.ts'
import { type PartialFile, partialFile } from './download/partial-file.ts'
import { writeLock } from './lock-file.ts'
import { hashOfFile, placeFile } from './place-file.ts'
import { possibleFiles } from './source-file-path.ts'
import { writeBehind } from './write-behind.ts'

const PARTIAL = '.partial'

const partName = (id: string): string => id.replace('/', '_')

/** The fetched files of a lock, and the lock itself: what is known of each document, on disk as in memory. */
export interface Shelf {
  readonly sources: () => readonly Source[]
  readonly source: (id: string) => Source | undefined
  /** The file below the folder that holds bytes of a SHA-256, or of a digest of the web archive. */
  readonly fileOf: (hash: string) => string | undefined
  readonly part: (source: Source) => PartialFile
  /** Puts received bytes in their place, and says where; bytes that lie there already are not put twice. */
  readonly place: (
    part: PartialFile,
    file: string,
    hashes: { sha256: string; digest: string },
  ) => Promise<string>
  /** Changes the lock, in memory at once and on disk soon; what was received into `part` is removed when it is there. */
  readonly record: (source: Source, part?: PartialFile) => void
  /** Writes what is recorded now. */
  readonly settle: () => Promise<void>
  /** Removes what former runs left and no run can go on with. */
  readonly tidy: () => Promise<void>
}

/**
 * Opens the files below a folder that a lock names. Each is hashed: one that has other bytes than the lock says does not
 * count as there.
 */
export const openShelf = async (lock: string, folder: string, known: readonly Source[]): Promise<Shelf> => {
  const sources = new Map(known.map((source) => [source.id, source]))
  const files = new Map<string, string>()
  for (const source of known) {
    if (source.sha256 === undefined || files.has(source.sha256)) continue
    for (const file of possibleFiles(source)) {
      if ((await hashOfFile(join(folder, file))) !== source.sha256) continue
      files.set(source.sha256, file)
      if (source.digest !== undefined) files.set(source.digest, file)
    }
  }

  /** Bytes that are being put in their place, so that the same from elsewhere wait for them. */
  const underWay = new Map<string, Promise<string>>()
  const { changed, settle } = writeBehind(() => writeLock(lock, [...sources.values()]))

  return {
    sources: () => [...sources.values()],
    source: (id) => sources.get(id),
    fileOf: (hash) => files.get(hash),
    part: ({ id }) => partialFile(join(folder, PARTIAL, partName(id))),
    place: async (part, file, { sha256, digest }) => {
      const there = files.get(sha256)
      if (there !== undefined) return there
      const placing = underWay.get(sha256) ?? placeFile(part.path, folder, file, sha256)
      underWay.set(sha256, placing)
      const placed = await placing
      files.set(sha256, placed)
      files.set(digest, placed)
      return placed
    },
    record: (source, part) => {
      sources.set(source.id, source)
      changed(part?.remove)
    },
    settle,
    tidy: async () => {
      const partial = join(folder, PARTIAL)
      await mkdir(partial, { recursive: true })
      const missing = new Set(
        [...sources.values()]
          .filter(({ sha256, digest }) => !files.has(sha256 ?? digest ?? ''))
          .map(({ id }) => partName(id)),
      )
      for (const name of await readdir(partial)) {
        const [document = ''] = name.split('.')
        const part = partialFile(join(partial, document))
        if (!missing.has(document) || name.endsWith('.next')) await rm(join(partial, name), { force: true })
        else if (name === document) await part.tidy()
      }
      await rmdir(partial).catch(() => undefined) // what can be gone on with stays
    },
  }
}
