import { createHash, hash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorCode } from '../io/error-code.ts'
import { makeFolder } from '../io/make-folder.ts'
import { type DocumentReader, type DocumentTask, type FileReading, isFinal } from './file-reading.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What was read by other code is removed after this time without use. */
const KEPT_FOR_MS = 30 * 86_400_000

const HASH_CHARACTERS = 64
const CODE_DIGEST_CHARACTERS = 16

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
  return digest.digest('hex').slice(0, CODE_DIGEST_CHARACTERS)
}

/** Names a task by everything its rows depend on besides the code. */
const nameTask = ({ source, options }: DocumentTask): string => {
  const { bytes, ...facts } = source
  return hash('sha256', JSON.stringify([facts, options]))
}

/** Writes an entry, its own hash first; it appears whole or not at all, whoever else writes it at the same time. */
const writeEntry = (path: string, text: string): void => {
  makeFolder(dirname(path))
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, `${hash('sha256', text)}\n${text}`)
  renameSync(temporary, path)
}

/** Reads an entry; null where there is none. A damaged one is removed. */
const readEntry = (path: string): string | null => {
  let entry: string
  try {
    entry = readFileSync(path, 'utf8')
  } catch {
    return null // what cannot be read is made again
  }
  const text = entry.slice(HASH_CHARACTERS + 1)
  if (entry[HASH_CHARACTERS] === '\n' && entry.startsWith(hash('sha256', text))) return text
  rmSync(path, { force: true })
  return null
}

const removeUnused = (folder: string, used: string): void => {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      const age = Date.now() - statSync(path).mtimeMs
      if (path !== used && age > KEPT_FOR_MS) rmSync(path, { recursive: true, force: true })
    }
  } catch {
    // another build may remove the same; the next one tries again
  }
}

/**
 * Has a reader look into a cache first: one entry per document, under the hash of its bytes, the options
 * and the code. The folder may be deleted at any time; where it cannot be written to, `say` is told once
 * and everything is read.
 */
export const cacheReader = (
  reader: DocumentReader,
  folder: string | undefined,
  say: (sentence: string) => void,
): DocumentReader => {
  if (folder === undefined) return reader
  const used = join(folder, digestCode())
  const findPath = (task: DocumentTask): string => {
    const name = nameTask(task)
    return join(used, name.slice(0, 2), name.slice(2))
  }
  let isWritable = true
  const attemptWrite = (write: () => void): void => {
    if (!isWritable) return
    try {
      write()
    } catch (error) {
      isWritable = false
      say(
        `The cache ${folder} cannot be written to (${errorCode(error)}); what is read now is read again next time.`,
      )
    }
  }
  attemptWrite(() => {
    writeEntry(join(used, 'used'), '')
    const now = new Date()
    utimesSync(used, now, now)
    removeUnused(folder, used)
  })
  return {
    width: reader.width,
    read: async (task) => {
      const path = findPath(task)
      const entry = readEntry(path)
      if (entry !== null) return JSON.parse(entry)
      const reading: FileReading = await reader.read(task)
      if (isFinal(reading)) attemptWrite(() => writeEntry(path, JSON.stringify(reading)))
      return reading
    },
  }
}
