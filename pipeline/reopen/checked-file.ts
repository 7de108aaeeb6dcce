import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ReleaseUnreadable } from './release-unreadable.ts'

/**
 * Reads a file once, and throws where its bytes are not those that the release was made with.
 * @throws ReleaseUnreadable
 */
export const checkFile = async (path: string, sha256: string): Promise<void> => {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    throw new ReleaseUnreadable(`${path} cannot be read.`, { cause: error })
  }
  if (hash.digest('hex') !== sha256) {
    throw new ReleaseUnreadable(`${path} was changed after its release was made: its SHA-256 is another.`)
  }
}
