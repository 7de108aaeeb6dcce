import { stat } from 'node:fs/promises'
import { CliError, EXIT } from '../io/cli-error.ts'
import { ReleaseUnreadable, type ReopenedRelease, reopenRelease } from '../reopen/index.ts'

/**
 * Opens a release for a command.
 * @throws CliError where there is none
 */
export const openRelease = async (folder: string): Promise<ReopenedRelease> => {
  const isFolder = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new CliError(EXIT.usage, `There is no folder ${folder}.`)
  return reopenRelease(folder).catch(explainUnreadable)
}

/** What a person is told of a release that cannot be read. */
export const explainUnreadable = (error: unknown): never => {
  if (error instanceof ReleaseUnreadable) throw new CliError(EXIT.nothing, error.message)
  throw error
}
