import { LockMalformed } from '../fetch/index.ts'
import { FolderUnusable, ListMalformed, SettingsMalformed } from '../fetch/network.ts'
import { CliError, EXIT } from '../io/cli-error.ts'

/**
 * Ends a command that fetches, or changes the lock file, for what is no fault of the program; every other error is thrown
 * on as it is.
 * @throws
 */
export const explainFetchError = (error: unknown): never => {
  if (error instanceof LockMalformed || error instanceof SettingsMalformed || error instanceof ListMalformed)
    throw new CliError(EXIT.usage, error.message)
  if (error instanceof FolderUnusable) throw new CliError(EXIT.nothing, error.message)
  throw error
}
