import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

const SQLITE_BUSY = 5

/**
 * Takes the lock of a file, which is made where it is not there; null if another holds it. The lock is that of an
 * empty SQLite database: the system lets go of it however its process ends, and no number of a process is trusted.
 * @throws an error of the system, or of SQLite about it, where the file cannot be made or locked
 */
export const tryFileLock = (path: string) => {
  // the system says more plainly than SQLite why it refuses a file
  closeSync(openSync(path, 'a'))
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null
    throw error
  }
}

/** A lock that this process holds on a file. */
export type FileLock = NonNullable<ReturnType<typeof tryFileLock>>
