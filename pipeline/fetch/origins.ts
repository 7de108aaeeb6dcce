import { join } from 'node:path'
import type { DocumentRow, Source } from '../../schemas/index.ts'
import { readLock } from './lock-file.ts'
import { publishedAddress } from './source-names.ts'

/** The names of the lock file, and of the folder of fetched files, below a folder of sources. */
const LOCK = 'sources.json'
const FILES = 'files'

/** Where bytes come from, as rows of documents say it. */
const toOrigin = (source: Source) => {
  const { kind, fetched, captured } = source
  const source_url = publishedAddress(source)
  const columns: Pick<DocumentRow, 'source_url' | 'mirror_url' | 'retrieved' | 'captured'> = {
    source_url,
    mirror_url: fetched && fetched.address !== source_url ? fetched.address : null,
    retrieved: fetched?.retrieved ?? null,
    captured: captured?.slice(0, 'yyyy-mm-dd'.length) ?? null,
  }
  return { columns, isTextCopy: kind === 'text copy' }
}

/** What the documents of locks say of bytes; of several with the same bytes, the first that was fetched. */
export const makeOrigins = (documents: readonly Source[]) => {
  const origins = new Map<string, ReturnType<typeof toOrigin>>()
  const hashes = new Map<string, string>()
  const fetchedFirst = documents.toSorted(
    (left, right) => Number(left.fetched === undefined) - Number(right.fetched === undefined),
  )
  for (const source of fetchedFirst) {
    if (source.sha256 === undefined) continue
    if (!origins.has(source.sha256)) origins.set(source.sha256, toOrigin(source))
    if (source.file !== undefined) hashes.set(`${FILES}/${source.file}`, source.sha256)
  }
  return {
    of: (sha256: string) => origins.get(sha256),
    /** The SHA-256 that a file should have, by its name below the input. */
    hashOf: (file: string) => hashes.get(file),
  }
}

/** What the lock files of the inputs of a build know. */
export type Origins = ReturnType<typeof makeOrigins>

/**
 * Reads the lock files of inputs that are folders; a folder without one knows nothing.
 * @throws CliError if a lock file cannot be used
 */
export const readOrigins = async (inputs: readonly string[]): Promise<Origins> => {
  const locks: Source[][] = []
  for (const input of inputs) locks.push(await readLock(join(input, LOCK)))
  return makeOrigins(locks.flat())
}
