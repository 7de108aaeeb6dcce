import { stat } from 'node:fs/promises'
import { InputNotFound } from '../build/index.ts'
import { listSourceFiles, type SourceFile } from '../fetch/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'

/**
 * The one file that a debugging command was given.
 * @throws CliError where there is none, or where it is a folder
 */
export const oneFile = async (path: string): Promise<SourceFile> => {
  try {
    const [source] = await listSourceFiles([path])
    const folder = (await stat(path)).isDirectory()
    if (source && !folder) return source
  } catch (error) {
    if (error instanceof InputNotFound)
      throw new CliError(EXIT.usage, `Cannot read the input ${error.message}.`)
    throw error
  }
  throw new CliError(EXIT.usage, `${path} is a folder; give one file.`)
}
