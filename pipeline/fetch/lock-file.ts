import { rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Source, source, sourcesLock } from '../../schemas/index.ts'
import { readRegularText } from '../io/regular-file.ts'
import { parseUnambiguousJson } from '../io/unambiguous-json.ts'

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

/** The largest lock file that is read, in bytes: a hundred thousand documents with room to spare. */
const MOST_BYTES = 200_000_000

const idAt = (value: unknown, index: number): string => {
  const lock = z.object({ documents: z.array(z.unknown()) }).safeParse(value)
  const document = z.object({ id: z.string().max(200) }).safeParse(lock.data?.documents[index])
  return document.success ? ` (${JSON.stringify(document.data.id)})` : ''
}

/** Names a place in a lock file for a person: the document by its number and id, then the key. */
const placeOf = ([list, index, ...keys]: readonly PropertyKey[], value: unknown): string => {
  if (typeof index !== 'number') return list === undefined ? 'the file' : String(list)
  return [`document ${index + 1}${idAt(value, index)}`, keys.map(String).join('.')].filter(Boolean).join(': ')
}

/**
 * The documents that the text of a lock file names.
 * @throws LockMalformed where it is no lock file
 */
export const parseLock = (text: string): Source[] => {
  let value: unknown
  try {
    value = parseUnambiguousJson(text)
  } catch (error) {
    throw new LockMalformed(error instanceof Error ? error.message : String(error))
  }
  const result = sourcesLock.safeParse(value)
  if (result.success) return result.data.documents
  const [first] = result.error.issues
  const more = result.error.issues.length - 1
  const rest = more === 0 ? '' : ` (and ${more} more)`
  throw new LockMalformed(`${placeOf(first?.path ?? [], value)}: ${first?.message}${rest}`)
}

/**
 * Reads a lock file; one that does not exist names no document.
 * @throws LockMalformed where it cannot be read or is no lock file
 */
export const readLock = async (path: string): Promise<Source[]> => {
  let text: string
  try {
    text = await readRegularText(path, MOST_BYTES)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return []
    const reason = code || (error instanceof Error ? error.message : String(error))
    throw new LockMalformed(`The lock file ${path} cannot be read (${reason}).`)
  }
  try {
    return parseLock(text)
  } catch (error) {
    if (!(error instanceof LockMalformed)) throw error
    throw new LockMalformed(
      `The lock file ${path} cannot be used: ${error.message}. Correct it, or take it back from where you had it; nothing was changed.`,
    )
  }
}

/** Writes a lock file as a whole, so that a reader, or a machine that goes down, finds the old one or the new one. */
export const writeLock = async (path: string, documents: readonly Source[]): Promise<void> => {
  const next = `${path}.next`
  await writeFile(next, formatLock(documents), { flush: true })
  await rename(next, path)
}
