import { createHash } from 'node:crypto'
import { constants, type FileHandle, open } from 'node:fs/promises'

/** Size of a file in bytes, and its SHA-256 in lower-case hexadecimal. */
export interface FileDigest {
  readonly bytes: number
  readonly sha256: string
}

/** Bytes that are read at a time. */
const READ_AT_ONCE = 1 << 18

/**
 * Reads a file that is open, from its start to its end.
 * @throws the error of the operating system where it cannot be read
 */
export const digestOfOpenFile = async (file: FileHandle): Promise<FileDigest> => {
  const hash = createHash('sha256')
  // one buffer for all of it: those of a stream lie about until garbage is collected
  const buffer = Buffer.allocUnsafe(READ_AT_ONCE)
  for (let bytes = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, bytes)
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') }
    hash.update(buffer.subarray(0, bytesRead))
    bytes += bytesRead
  }
}

/**
 * Reads a file of any size; a pipe in its place is not waited for, a device not read.
 * @throws the error of the operating system where it cannot be read, or an Error where it is no file
 */
export const digestOfFile = async (path: string): Promise<FileDigest> => {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const found = await file.stat()
    if (!found.isFile() && !found.isDirectory()) throw new Error(`${path} is no regular file`)
    return await digestOfOpenFile(file)
  } finally {
    await file.close()
  }
}
