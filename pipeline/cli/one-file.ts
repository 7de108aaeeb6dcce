import { stat } from 'node:fs/promises'
import { listSourceFiles, type SourceFile } from '../fetch/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'

/**
 * The one file that a debugging command was given.
 * @throws CliError where there is none, or where it is a folder
 */
export const oneFile = async (path: string): Promise<SourceFile> => {
  const [source] = await listSourceFiles([path])
  if (source && !(await stat(path)).isDirectory()) return source
  throw new CliError(EXIT.usage, `${path} is a folder; give one file.`)
}
