import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FileLock, tryFileLock } from '../io/file-lock.ts'
import { explainFolderError } from './folder-unusable.ts'

const LOOKS_AGAIN_AFTER_MS = 200

/**
 * Does work on a folder while no other process does the same; another one waits.
 *
 * @param waiting called once where another process is at work
 * @throws FolderUnusable where the system refuses the folder to this or to the work
 */
export const exclusively = async <Result>(
  folder: string,
  waiting: () => void,
  work: () => Promise<Result>,
): Promise<Result> => {
  let lock: FileLock | null = null
  try {
    mkdirSync(folder, { recursive: true })
    const path = join(folder, '.lock')
    for (let waits = 0; ; waits++) {
      lock = tryFileLock(path)
      if (lock !== null) break
      if (waits === 0) waiting()
      await sleep(LOOKS_AGAIN_AFTER_MS)
    }
    return await work()
  } catch (error) {
    throw explainFolderError(folder, error)
  } finally {
    lock?.release()
  }
}
