import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { filesFolder } from '../../pipeline/fetch/folder-lock.ts'
import type { Connector } from '../../pipeline/fetch/http/open-network.ts'
import { readLock, writeLock } from '../../pipeline/fetch/lock-file.ts'
import { runFetch } from '../../pipeline/fetch/run-fetch.ts'
import type { FetchedDocument, FetchReport, FetchSettings, Source } from '../../schemas/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A profile of the lock by its name and addresses. */
export const profile = (name: string, addresses: readonly string[], more: Partial<Source> = {}): Source => ({
  id: `profile/${name}`,
  kind: 'profile',
  addresses: [...addresses],
  ...more,
})

/** Lets connections to 127.0.0.1 pass, and notes every other one that is asked for. */
const loopbackOnly =
  (others: string[]) =>
  (connector: Connector): Connector =>
  (options, callback) => {
    if (options.hostname === '127.0.0.1') return connector(options, callback)
    others.push(options.hostname)
    callback(new Error('no connection from a test'), null)
  }

/** A folder with a lock file, and the means to fetch and to look at what came. */
export interface FetchFolder {
  readonly lock: string
  readonly fetch: (settings: FetchSettings, recheck?: boolean) => Promise<FetchReport>
  readonly sources: () => Promise<Map<string, Source>>
  readonly read: (file: string | null | undefined) => Promise<Buffer>
  /** Every file below the folder of fetched files but the lock that keeps processes apart. */
  readonly files: () => Promise<string[]>
}

/** Makes a {@link FetchFolder} that names the given documents. */
export const fetchFolder = async (
  context: TestContext,
  documents: readonly Source[],
): Promise<FetchFolder> => {
  const folder = await temporaryFolder(context)
  const lock = join(folder, 'sources.json')
  await writeLock(lock, documents)
  const files = filesFolder(lock)
  return {
    lock,
    fetch: async (settings, recheck = false) => {
      const others: string[] = []
      const report = await runFetch(
        { lock, settings, recheck },
        { progress: () => undefined, waiting: () => undefined, connector: loopbackOnly(others) },
      )
      assert.deepEqual(others, [], 'no connection elsewhere was asked for')
      return report
    },
    sources: async () => new Map((await readLock(lock)).map((source) => [source.id, source])),
    read: (file) => readFile(join(files, file ?? 'nowhere')),
    files: async () =>
      (await readdir(files, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.name !== '.lock')
        .map((entry) => join(entry.parentPath, entry.name).slice(files.length + 1))
        .sort(),
  }
}

/** The document of a report by its id. */
export const documentOf = (report: FetchReport, id: string): FetchedDocument => {
  const found = report.documents.find((document) => document.id === id)
  assert.ok(found, `the report tells of ${id}`)
  return found
}
