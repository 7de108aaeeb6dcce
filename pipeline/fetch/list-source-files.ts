import { isUtf8 } from 'node:buffer'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SourceFile } from './source-document.ts'

const PROFILE_FILE = /\.(?:pdf|txt)$/i

/** An input that is not there, or is neither a file nor a folder. */
export class InputNotFound extends Error {
  override readonly name = 'InputNotFound'
}

/** A name as it is, or, where it is no UTF-8, with its upper bytes in hexadecimal, so that no two names look the same. */
const nameOf = (bytes: Buffer): string =>
  isUtf8(bytes)
    ? bytes.toString('utf8')
    : bytes.toString('latin1').replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`)

const filesBelow = async (folder: string, prefix: string): Promise<SourceFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
  const found = await Promise.all(
    entries.map(async (entry): Promise<SourceFile[]> => {
      const name = nameOf(entry.name)
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

/**
 * The files named by the inputs: every `.pdf` and `.txt` below a folder, and files as they are given.
 * Sorted by name, so that no order of a file system shows in the outputs.
 * @throws InputNotFound where an input does not exist or cannot be listed
 */
export const listSourceFiles = async (inputs: readonly string[]): Promise<SourceFile[]> => {
  const files: SourceFile[] = []
  for (const input of inputs) {
    let kind: Awaited<ReturnType<typeof stat>>
    try {
      kind = await stat(input)
      if (kind.isDirectory()) files.push(...(await filesBelow(input, '')))
      else if (kind.isFile()) files.push({ path: input, name: basename(input) })
      else throw new InputNotFound(`${input}: it is neither a file nor a folder`)
    } catch (error) {
      if (error instanceof InputNotFound) throw error
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      const reason = code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be read (${code})`
      throw new InputNotFound(`${input}: ${reason}`)
    }
  }
  return files.sort(byName)
}
