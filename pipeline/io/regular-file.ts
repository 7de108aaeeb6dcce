import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { CliError, describeError, EXIT, errorCode } from './errors.ts'

/**
 * The bytes of a regular file of no more than `maxBytes`; a pipe, a device or a folder in its place is neither waited
 * for nor read.
 * @throws Error that says why it is not read
 */
export const readRegularFile = async (path: string, maxBytes: number, signal?: AbortSignal) => {
  const found = await stat(path)
  if (!found.isFile()) throw new Error('it is not a regular file')
  if (found.size > maxBytes) throw new Error(`it has ${found.size} bytes, more than ${maxBytes}`)
  return readFile(path, { signal })
}

/**
 * The text of a regular file in UTF-8 of no more than `maxBytes`, without the byte order mark that editors put before it.
 * @throws Error that says why it is not read
 */
export const readRegularText = async (path: string, maxBytes: number): Promise<string> => {
  const bytes = await readRegularFile(path, maxBytes)
  if (!isUtf8(bytes)) throw new Error('it is not text in UTF-8')
  return new TextDecoder().decode(bytes)
}

const MAX_INPUT_BYTES = 50_000_000

/**
 * Reads a file that people edit.
 * @throws CliError that names the file and why it cannot be used
 */
export const readInputFile = async <Value>(path: string, name: string, parse: (text: string) => Value) => {
  try {
    return parse(await readRegularText(path, MAX_INPUT_BYTES))
  } catch (cause) {
    const reason = errorCode(cause) === 'ENOENT' ? 'there is no such file' : describeError(cause)
    throw new CliError(EXIT.usage, `The ${name} ${path} cannot be used: ${reason}.`, { cause })
  }
}
