import { createHash, hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const digests = new Map<string, string>()

/** The digest of a file, as it was when it was first asked for. */
const fileDigest = (path: string): string => {
  const known = digests.get(path)
  if (known !== undefined) return known
  const digest = hash('sha256', readFileSync(path))
  digests.set(path, digest)
  return digest
}

/**
 * A digest of the project's own files in some folders, of the locked versions of its libraries and of the version of
 * Node.js: what was made by one digest is made the same by the same digest.
 */
export const codeDigest = (folders: readonly string[]): string => {
  const digest = createHash('sha256')
  digest.update(`node ${process.versions.node}\n`)
  const files = folders.flatMap((folder) => filesBelow(join(root, folder)))
  for (const path of [join(root, 'package-lock.json'), ...files.toSorted()]) {
    digest.update(`${fileDigest(path)} ${relative(root, path)}\n`)
  }
  return digest.digest('hex')
}
