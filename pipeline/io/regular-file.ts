import { readFile, stat } from 'node:fs/promises'

/**
 * The bytes of a regular file of no more than `mostBytes`; a pipe, a device or a folder in its place is neither waited
 * for nor read.
 * @throws Error that says why it is not read
 */
export const readRegularFile = async (
  path: string,
  mostBytes: number,
  signal?: AbortSignal,
): Promise<Buffer> => {
  const found = await stat(path)
  if (!found.isFile()) throw new Error('it is not a regular file')
  if (found.size > mostBytes) throw new Error(`it has ${found.size} bytes, more than ${mostBytes}`)
  return await readFile(path, { signal })
}

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error('it is not text in UTF-8')
  }
}

/**
 * The text of a regular file in UTF-8 of no more than `mostBytes`, without the byte order mark that editors put before it.
 * @throws Error that says why it is not read
 */
export const readRegularText = async (path: string, mostBytes: number): Promise<string> =>
  decode(await readRegularFile(path, mostBytes))
