import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOfOpenFile } from '../io/file-digest.ts'
import { checkOutput, resolveOutput } from './output-check.ts'
import { explainOutputError, systemErrorCode } from './output-error.ts'
import { removeRejected } from './release-folder.ts'
import type { PublishedFile } from './staging-folder.ts'
import { clearLeftovers } from './working-folders.ts'

/** Whether a path holds a regular file of these very bytes; a link to one is none. */
const holds = async (path: string, { bytes, sha256 }: PublishedFile): Promise<boolean> => {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const stat = await file.stat()
    if (!stat.isFile() || stat.size !== bytes) return false
    return (await digestOfOpenFile(file)).sha256 === sha256
  } finally {
    await file.close()
  }
}

/**
 * Whether a release of these files, and of no others, stands at a path, every byte of it: then nothing has to be put
 * there, and what killed builds and a rejected release left beside it is removed, as if it had been.
 * @throws OutputRefused where the path holds anything that is not a release
 */
export const releaseStands = async (out: string, files: readonly PublishedFile[]): Promise<boolean> => {
  const target = await resolveOutput(out)
  if ((await checkOutput(target)) !== 'release') return false
  for (const file of files) {
    const stands = await holds(join(target, file.name), file).catch((error: unknown) => {
      // what cannot be read is written anew
      if (systemErrorCode(error) === undefined) throw error
      return false
    })
    if (!stands) return false
  }
  try {
    await clearLeftovers(target)
    await removeRejected(target)
  } catch (error) {
    throw explainOutputError(out, error)
  }
  return true
}
