import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CliError, EXIT } from '../io/cli-error.ts'
import { type FileLock, tryFileLock } from '../io/file-lock.ts'

const RETRY_DELAY_MS = 200

/** The folder of fetched files beside a lock file. */
export const filesFolder = (lock: string): string => join(dirname(lock), 'files')

/** Errors of the system, and of SQLite about it. */
const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && ('syscall' in error || 'errcode' in error)

/**
 * Does work on the files of a lock file while no other process does; another one waits.
 *
 * @param waiting called once where another process is at work
 * @throws CliError if the system refuses the folder
 */
export const withFolderLock = async <Result>(
  lockPath: string,
  waiting: () => void,
  work: () => Promise<Result>,
): Promise<Result> => {
  const folder = filesFolder(lockPath)
  let lock: FileLock | null = null
  try {
    mkdirSync(folder, { recursive: true })
    for (let waits = 0; ; waits++) {
      lock = tryFileLock(join(folder, '.lock'))
      if (lock !== null) break
      if (waits === 0) waiting()
      await sleep(RETRY_DELAY_MS)
    }
    return await work()
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new CliError(EXIT.nothing, `${folder} cannot be written: ${error.message}.`, { cause: error })
  } finally {
    lock?.release()
  }
}
