import { readFile, rename, writeFile } from 'node:fs/promises'
import { type Source, source, sourcesLock } from '../../schemas/index.ts'

/** A lock file that does not say plainly what to fetch; its message names the file and the place. */
export class LockMalformed extends Error {
  override readonly name = 'LockMalformed'
}

const KEYS = Object.keys(source.shape)

const byId = (left: Source, right: Source): number => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)

const inOrderOfSchema = (document: Source): object =>
  Object.fromEntries(
    Object.entries(document).toSorted(([left], [right]) => KEYS.indexOf(left) - KEYS.indexOf(right)),
  )

/** The text of a lock file: documents by id, a key a line, so that a change shows as the lines it changes. */
export const formatLock = (documents: readonly Source[]): string =>
  `${JSON.stringify({ version: 1, documents: documents.toSorted(byId).map(inOrderOfSchema) }, null, 2)}\n`

/**
 * The documents that the text of a lock file names.
 * @throws LockMalformed where it is no lock file
 */
export const parseLock = (text: string): Source[] => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new LockMalformed(error instanceof Error ? error.message : String(error))
  }
  const result = sourcesLock.safeParse(value)
  if (result.success) return result.data.documents
  const [first] = result.error.issues
  throw new LockMalformed(`${first?.path.join('.') || 'the file'}: ${first?.message}`)
}

/**
 * Reads a lock file; one that does not exist names no document.
 * @throws LockMalformed where it cannot be read or is no lock file
 */
export const readLock = async (path: string): Promise<Source[]> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT') return []
    throw new LockMalformed(`The lock file ${path} cannot be read (${code}).`)
  }
  try {
    return parseLock(text)
  } catch (error) {
    if (!(error instanceof LockMalformed)) throw error
    throw new LockMalformed(`The lock file ${path} cannot be used: ${error.message}.`)
  }
}

/** Writes a lock file as a whole, so that a reader, or a machine that goes down, finds the old one or the new one. */
export const writeLock = async (path: string, documents: readonly Source[]): Promise<void> => {
  const next = `${path}.next`
  await writeFile(next, formatLock(documents), { flush: true })
  await rename(next, path)
}
