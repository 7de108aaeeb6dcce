import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/**
 * A digest of the project's own files in some folders, of the locked versions of its libraries and of the version of
 * Node.js: what was made by one digest is made the same by the same digest.
 */
export const codeDigest = (folders: readonly string[]): string => {
  const hash = createHash('sha256')
  hash.update(`node ${process.versions.node}\n`)
  const files = folders.flatMap((folder) => filesBelow(join(root, folder)))
  for (const path of [join(root, 'package-lock.json'), ...files.toSorted()]) {
    const bytes = readFileSync(path)
    hash.update(`${relative(root, path)} ${bytes.length}\n`)
    hash.update(bytes)
  }
  return hash.digest('hex')
}
