import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { CliError, EXIT, errorCode } from '../io/errors.ts'
import type { SourceFile } from './read-source.ts'

const PROFILE_FILE = /\.(?:pdf|txt)$/i

/** A file, and the folder that was given as input, or that holds the file that was given. */
interface ListedFile extends SourceFile {
  readonly root: string
}

/** Lists the files below a folder, each real folder once: links to folders are followed after all others. */
const listFolder = async (root: string, visited: Set<string>): Promise<ListedFile[]> => {
  const files: ListedFile[] = []
  const links: ListedFile[] = []
  const walk = async (folder: string, prefix: string): Promise<void> => {
    const real = await realpath(folder)
    if (visited.has(real)) return
    visited.add(real)
    const entries = await readdir(folder, { withFileTypes: true })
    // the order decides by which link a folder is reached
    for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      const { name } = entry
      if (name.startsWith('.')) continue
      const file = { root, path: join(folder, name), name: `${prefix}${name}` }
      const isProfile = PROFILE_FILE.test(name)
      if (entry.isDirectory()) {
        await walkOrReport(file.path, file.name)
      } else if (!isProfile && entry.isSymbolicLink()) {
        const target = await stat(file.path).catch(() => null)
        if (target?.isDirectory()) links.push(file)
        // it may have led to a folder of profiles
        if (target === null) files.push({ ...file, fault: 'the link leads nowhere' })
      } else if (isProfile) {
        // pipes, devices and links to nothing or to folders are listed, so that they are reported
        files.push(name.includes('\ufffd') ? { ...file, fault: 'its name is not UTF-8' } : file)
      }
    }
  }
  const walkOrReport = (path: string, name: string): Promise<void> =>
    walk(path, `${name}/`).catch((error: unknown) => {
      files.push({ root, path, name, fault: `the folder cannot be read: ${errorCode(error)}` })
    })
  await walk(root, '')
  // links are added while the linked folders are walked
  for (const { path, name } of links) await walkOrReport(path, name)
  return files
}

/** Gives files of the same name the name of their folder too, or their whole path where that is not enough. */
const nameUniquely = (files: readonly ListedFile[]): readonly ListedFile[] => {
  let named = files
  for (const rename of [
    ({ root, name }: ListedFile) => `${basename(resolve(root))}/${name}`,
    ({ path }: ListedFile) => resolve(path).slice(1),
  ]) {
    const groups = Map.groupBy(named, ({ name }) => name)
    named = named.map((file) => (groups.get(file.name)?.[1] ? { ...file, name: rename(file) } : file))
  }
  return named
}

const listInput = async (input: string, visited: Set<string>): Promise<readonly ListedFile[]> => {
  try {
    const found = await stat(input)
    if (found.isDirectory()) return await listFolder(input, visited)
    if (found.isFile()) return [{ root: dirname(input), path: input, name: basename(input) }]
  } catch (error) {
    const code = errorCode(error)
    const reason = code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be read (${code})`
    throw new CliError(EXIT.usage, `Cannot read the input ${input}: ${reason}.`)
  }
  throw new CliError(EXIT.usage, `Cannot read the input ${input}: it is neither a file nor a folder.`)
}

/**
 * The files of the inputs: every `.pdf` and `.txt` below a folder, and files as they are given, each once and under a name
 * of its own. Sorted by name: the outputs must not depend on the order of a file system.
 * @throws CliError if an input does not exist or cannot be listed
 */
export const listSourceFiles = async (inputs: readonly string[]): Promise<SourceFile[]> => {
  const visited = new Set<string>()
  const files = new Map<string, ListedFile>()
  for (const input of inputs) {
    for (const file of await listInput(input, visited)) {
      const path = resolve(file.path)
      if (!files.has(path)) files.set(path, file)
    }
  }
  return nameUniquely([...files.values()])
    .map(({ root, ...file }) => file)
    .sort((left, right) => (left.name < right.name ? -1 : 1))
}
