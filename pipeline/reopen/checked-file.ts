import { digestOfFile, type FileDigest } from '../io/file-digest.ts'
import { ReleaseUnreadable } from './release-unreadable.ts'

/**
 * Reads a file once, and throws where its bytes are not those that the release was made with.
 * @throws ReleaseUnreadable
 */
export const checkFile = async (path: string, sha256: string): Promise<void> => {
  let found: FileDigest
  try {
    found = await digestOfFile(path)
  } catch (error) {
    throw new ReleaseUnreadable(`${path} cannot be read.`, { cause: error })
  }
  if (found.sha256 !== sha256) {
    throw new ReleaseUnreadable(`${path} was changed after its release was made: its SHA-256 is another.`)
  }
}
