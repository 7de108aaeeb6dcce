import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { explainFolderError } from './folder-unusable.ts'

const LOOKS_AGAIN_AFTER_MS = 200
const SQLITE_BUSY = 5

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY

/**
 * Does work on a folder while no other process does the same; another one waits. The lock is that of an empty SQLite
 * file, which the system lets go of however its process ends.
 *
 * @param waiting called once where another process is at work
 * @throws FolderUnusable where the system refuses the folder to this or to the work
 */
export const exclusively = async <Result>(
  folder: string,
  waiting: () => void,
  work: () => Promise<Result>,
): Promise<Result> => {
  let database: DatabaseSync | null = null
  try {
    mkdirSync(folder, { recursive: true })
    database = new DatabaseSync(join(folder, '.lock'))
    for (let waits = 0; ; waits++) {
      try {
        database.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE')
        break
      } catch (error) {
        if (!isBusy(error)) throw error
        if (waits === 0) waiting()
        await sleep(LOOKS_AGAIN_AFTER_MS)
      }
    }
    return await work()
  } catch (error) {
    throw explainFolderError(folder, error)
  } finally {
    database?.close()
  }
}
