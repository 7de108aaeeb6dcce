import { stat } from 'node:fs/promises'
import { ReleaseUnreadable, type ReopenedRelease, reopenRelease } from '../reopen/index.ts'
import { EXIT, Stop } from './exit-code.ts'

/**
 * Opens a release for a command.
 * @throws Stop where there is none
 */
export const openRelease = async (folder: string): Promise<ReopenedRelease> => {
  const isFolder = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new Stop(EXIT.usage, `There is no folder ${folder}.`)
  return reopenRelease(folder).catch(explainUnreadable)
}

/** What a person is told of a release that cannot be read. */
export const explainUnreadable = (error: unknown): never => {
  if (error instanceof ReleaseUnreadable) throw new Stop(EXIT.nothing, error.message)
  throw error
}
