import { appendFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { type Source, source, sourcesLock } from '../../schemas/index.ts'
import { CliError, describeError, EXIT, errorCode } from '../io/errors.ts'
import { readRegularText } from '../io/regular-file.ts'
import { parseJson } from '../io/unambiguous-json.ts'

/** The text of a lock file: documents by id and one key per line, in the order of the schema, for readable diffs. */
export const formatLock = (documents: readonly Source[]): string => {
  const byId = documents.map((document) => source.parse(document))
  byId.sort((left, right) => (left.id < right.id ? -1 : 1))
  return `${JSON.stringify({ version: 1, documents: byId }, null, 2)}\n`
}

/** More than a hundred thousand documents take. */
const MAX_LOCK_BYTES = 200_000_000

const readOptional = (path: string): Promise<string | null> =>
  readRegularText(path, MAX_LOCK_BYTES).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null
    throw error
  })

/** Documents that changed since the lock file was written, one per line, so that a killed run loses none. */
export const journalPath = (lock: string): string => `${lock}.journal`

/** The last line is incomplete where the run was killed while writing it. */
const parseJournal = (text: string): Source[] =>
  text.split('\n').flatMap((line) => {
    try {
      return [source.parse(JSON.parse(line))]
    } catch {
      return []
    }
  })

/**
 * Reads a lock file with its journal; one that does not exist names no document.
 * @throws CliError if it cannot be read or is no lock file
 */
export const readLock = async (path: string): Promise<Source[]> => {
  try {
    const text = await readOptional(path)
    const journal = parseJournal((await readOptional(journalPath(path))) ?? '')
    const documents = [...(text === null ? [] : parseJson(text, sourcesLock).documents), ...journal]
    return [...new Map(documents.map((document) => [document.id, document])).values()]
  } catch (error) {
    const advice = 'Correct it, or restore it from where you had it; nothing was changed.'
    throw new CliError(EXIT.usage, `The lock file ${path} cannot be used: ${describeError(error)}. ${advice}`)
  }
}

/** Adds a document, or replaces it, without writing the whole lock file. */
export const appendToLock = (path: string, document: Source): void =>
  appendFileSync(journalPath(path), `${JSON.stringify(document)}\n`)

/** Writes a lock file as a whole: a reader, or a crash, finds the old one or the new one. */
export const writeLock = async (path: string, documents: readonly Source[]): Promise<void> => {
  const next = `${path}.next`
  await writeFile(next, formatLock(documents), { flush: true })
  await rename(next, path)
  await rm(journalPath(path), { force: true })
}
