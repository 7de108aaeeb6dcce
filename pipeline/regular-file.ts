import { readFile, stat } from 'node:fs/promises'

/**
 * The bytes of a regular file of no more than `mostBytes`; a pipe, a device or a folder in its place is neither waited
 * for nor read.
 * @throws Error that says why it is not read
 */
export const readRegularFile = async (path: string, mostBytes: number): Promise<Buffer> => {
  const found = await stat(path)
  if (!found.isFile()) throw new Error('it is no regular file')
  if (found.size > mostBytes) throw new Error(`it has ${found.size} bytes, more than ${mostBytes}`)
  return await readFile(path)
}
