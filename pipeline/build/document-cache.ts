import { createHash, hash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorCode } from '../io/errors.ts'
import { makeFolder } from '../io/make-folder.ts'
import { type DocumentReader, type DocumentTask, isFinal } from './file-reading.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const HASH_CHARACTERS = 64
const CODE_DIGEST = /^[0-9a-f]{16}$/

const listFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** A digest of the project's code, the locked versions of its libraries and the version of Node.js. */
export const digestCode = (): string => {
  const digest = createHash('sha256').update(process.versions.node)
  const files = [...listFiles('pipeline'), ...listFiles('schemas')].toSorted()
  for (const path of [join(root, 'package-lock.json'), ...files]) {
    digest.update(`${hash('sha256', readFileSync(path))} ${relative(root, path)}\n`)
  }
  return digest.digest('hex').slice(0, 16)
}

/** Writes an entry, its own hash first; it appears whole or not at all, whoever else writes it at the same time. */
const writeEntry = (path: string, text: string): void => {
  makeFolder(dirname(path))
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, `${hash('sha256', text)}\n${text}`)
  renameSync(temporary, path)
}

/** Reads an entry; null if it is missing or damaged. */
const readEntry = (path: string): string | null => {
  try {
    const entry = readFileSync(path, 'utf8')
    const text = entry.slice(HASH_CHARACTERS + 1)
    return entry.startsWith(`${hash('sha256', text)}\n`) ? text : null
  } catch {
    return null // what cannot be read is made again
  }
}

const removeStale = (folder: string, current: string): void => {
  for (const name of readdirSync(folder)) {
    if (CODE_DIGEST.test(name) && name !== current)
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/**
 * Makes a reader look into a cache first: one entry per document, under the hash of its bytes, the options and the code.
 * The folder may be deleted at any time; if it cannot be written to, one sentence says so and everything is read.
 */
export const cacheReader = (
  reader: DocumentReader,
  folder: string | undefined,
  say: (sentence: string) => void,
): DocumentReader => {
  if (folder === undefined) return reader
  const code = digestCode()
  const findPath = ({ source: { bytes, ...facts }, options }: DocumentTask): string => {
    const name = hash('sha256', JSON.stringify([facts, options]))
    return join(folder, code, name.slice(0, 2), name.slice(2))
  }
  let isWritable = true
  const attemptWrite = (write: () => void): void => {
    if (!isWritable) return
    try {
      write()
    } catch (error) {
      isWritable = false
      const message = `The cache ${folder} cannot be written to (${errorCode(error)}); what is read now is read again next time.`
      say(message)
    }
  }
  attemptWrite(() => {
    makeFolder(join(folder, code))
    removeStale(folder, code)
  })
  return {
    width: reader.width,
    read: async (task) => {
      const path = findPath(task)
      const entry = readEntry(path)
      if (entry !== null) return JSON.parse(entry)
      const reading = await reader.read(task)
      if (isFinal(reading)) attemptWrite(() => writeEntry(path, JSON.stringify(reading)))
      return reading
    },
  }
}
