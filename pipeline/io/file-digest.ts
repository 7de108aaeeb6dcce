import { createHash } from 'node:crypto'
import { constants, open } from 'node:fs/promises'

const BUFFER_BYTES = 1 << 18

/**
 * The size in bytes of a regular file of any size, and its SHA-256 in lower-case hexadecimal; a pipe or a device in its
 * place is neither waited for nor read.
 * @throws the error of the operating system, or an Error where it is not a regular file
 */
export const digestFile = async (path: string) => {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const found = await file.stat()
    if (!found.isFile()) throw new Error(`${path} is not a regular file`)
    const hash = createHash('sha256')
    // one buffer for all of it: those of a stream stay until garbage is collected
    const buffer = Buffer.allocUnsafe(BUFFER_BYTES)
    for (let bytes = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, bytes)
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(buffer.subarray(0, bytesRead))
      bytes += bytesRead
    }
  } finally {
    await file.close()
  }
}

export type FileDigest = Awaited<ReturnType<typeof digestFile>>
