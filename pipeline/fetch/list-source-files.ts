import { isUtf8 } from 'node:buffer'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CliError, EXIT } from '../io/cli-error.ts'
import { errorCode } from '../io/error-code.ts'
import type { SourceFile } from './read-source.ts'

const PROFILE_FILE = /\.(?:pdf|txt)$/i

/** A name as it is, or, where it is not UTF-8, with its upper bytes in hexadecimal, so that no two names look the same. */
const decodeName = (bytes: Buffer): string =>
  isUtf8(bytes)
    ? bytes.toString('utf8')
    : bytes.toString('latin1').replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`)

const filesBelow = async (folder: string, prefix: string): Promise<SourceFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
  const found = await Promise.all(
    entries.map(async (entry): Promise<SourceFile[]> => {
      const name = decodeName(entry.name)
      if (name.startsWith('.')) return []
      const path = join(folder, name)
      if (!isUtf8(entry.name)) {
        const fault = 'its name is not UTF-8'
        return entry.isDirectory() || PROFILE_FILE.test(name)
          ? [{ path, name: `${prefix}${name}`, fault }]
          : []
      }
      if (entry.isDirectory()) return filesBelow(path, `${prefix}${name}/`)
      // pipes, devices and links to them or to nothing are listed, so that reading them is reported
      return PROFILE_FILE.test(name) ? [{ path, name: `${prefix}${name}` }] : []
    }),
  )
  return found.flat()
}

const byName = (left: SourceFile, right: SourceFile): number =>
  left.name < right.name ? -1 : left.name > right.name ? 1 : 0

const listInput = async (input: string): Promise<readonly SourceFile[]> => {
  const found = await stat(input)
  if (found.isDirectory()) return filesBelow(input, '')
  if (found.isFile()) return [{ path: input, name: basename(input) }]
  throw new CliError(EXIT.usage, `Cannot read the input ${input}: it is neither a file nor a folder.`)
}

/**
 * The files of the inputs: every `.pdf` and `.txt` below a folder, and files as they are given. Sorted by name, so that no
 * order of a file system shows in the outputs.
 * @throws CliError where an input does not exist or cannot be listed
 */
export const listSourceFiles = async (inputs: readonly string[]): Promise<SourceFile[]> => {
  const lists = await Promise.all(
    inputs.map((input) =>
      listInput(input).catch((error: unknown) => {
        if (error instanceof CliError) throw error
        const code = errorCode(error)
        const reason = code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be read (${code})`
        throw new CliError(EXIT.usage, `Cannot read the input ${input}: ${reason}.`)
      }),
    ),
  )
  return lists.flat().sort(byName)
}
