import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FetchSettings, fetchSettings } from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/errors.ts'
import { type FileLock, tryFileLock } from '../io/file-lock.ts'
import { makeFolder } from '../io/make-folder.ts'
import { readInputFile } from '../io/regular-file.ts'
import { parseJson } from '../io/unambiguous-json.ts'
import type { LookUpName } from './http/address-guard.ts'
import { type Network, openNetwork } from './http/network.ts'

const RETRY_DELAY_MS = 200

/** What a run on a lock file is given. */
export interface LockRequest {
  /** The lock file; documents go into `files` and reports beside it. */
  readonly lock: string
  /** Called once if another process works on the same folder; this one waits for it. */
  readonly waiting: () => void
}

/** What a run that asks servers is given. */
export interface NetworkRequest extends LockRequest {
  readonly settings: FetchSettings
  readonly lookUpName?: LookUpName
}

/**
 * Reads the settings of fetching from a JSON file; the schema has the defaults.
 * @throws CliError that names the file and the setting
 */
export const readSettings = async (path?: string): Promise<FetchSettings> =>
  path === undefined
    ? fetchSettings.parse({})
    : readInputFile(path, 'settings', (text) => parseJson(text, fetchSettings))

/** The folder of fetched files beside a lock file. */
export const filesFolder = (lock: string): string => join(dirname(lock), 'files')

/** Errors of the system, and of SQLite about it. */
const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && ('syscall' in error || 'errcode' in error)

/**
 * Does work on the files of a lock file while no other process does.
 * @throws CliError if the system refuses the folder
 */
export const withFolderLock = async <Result>(request: LockRequest, work: () => Promise<Result>) => {
  const folder = filesFolder(request.lock)
  let lock: FileLock | null = null
  try {
    makeFolder(folder)
    for (let waits = 0; ; waits++) {
      lock = tryFileLock(join(folder, '.lock'))
      if (lock !== null) break
      if (waits === 0) request.waiting()
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

/** The same with a network, which is closed afterwards. */
export const withNetwork = <Result>(request: NetworkRequest, work: (network: Network) => Promise<Result>) =>
  withFolderLock(request, async () => {
    const network = openNetwork(request.settings, request.lookUpName)
    return work(network).finally(network.close)
  })
