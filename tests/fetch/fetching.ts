import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { filesFolder } from '../../pipeline/fetch/folder-lock.ts'
import { readLock, writeLock } from '../../pipeline/fetch/lock-file.ts'
import { runFetch } from '../../pipeline/fetch/run-fetch.ts'
import type { FetchedDocument, FetchReport, FetchSettings, Source } from '../../schemas/index.ts'
import { type Handler, startServer, testSettings } from './hazard-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const hashBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A profile of the lock by its name and addresses. */
export const profile = (name: string, addresses: readonly string[], more: Partial<Source> = {}): Source => ({
  id: `profile/${name}`,
  kind: 'profile',
  addresses: [...addresses],
  ...more,
})

/** What a run calls that nobody watches. */
export const unwatched = { progress: () => undefined, waiting: () => undefined }

/** Makes a folder with a lock file that names the given documents. No fetch from it looks a name up. */
export const fetchFolder = async (context: TestContext, documents: readonly Source[]) => {
  const folder = await temporaryFolder(context)
  const lock = join(folder, 'sources.json')
  await writeLock(lock, documents)
  const files = filesFolder(lock)
  const lookUpName = (name: string) => Promise.reject(new Error(`a test looks up ${name}`))
  return {
    lock,
    fetch: (settings: FetchSettings, recheck = false): Promise<FetchReport> =>
      runFetch({ lock, settings, recheck, ...unwatched, lookUpName }),
    sources: async () => new Map((await readLock(lock)).map((source) => [source.id, source])),
    read: (file: string | null | undefined) => readFile(join(files, file ?? 'nowhere')),
    /** Every file below the folder of fetched files but the lock that keeps processes apart. */
    files: async (): Promise<string[]> =>
      (await readdir(files, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.name !== '.lock')
        .map((entry) => join(entry.parentPath, entry.name).slice(files.length + 1))
        .sort(),
  }
}
export type FetchFolder = Awaited<ReturnType<typeof fetchFolder>>

/** The document of a report by its id. */
export const findDocument = (report: FetchReport, id: string): FetchedDocument => {
  const found = report.documents.find((document) => document.id === id)
  assert.ok(found, `the report names ${id}`)
  return found
}

/** A server with one document, `profile/x`, and a folder that names it. */
export const setUpDocument = async (
  context: TestContext,
  handler: Handler,
  more: Partial<FetchSettings> = {},
) => {
  const server = await startServer(context)
  const folder = await fetchFolder(context, [profile('x', [server.on('/x.pdf', handler)])])
  const settings = testSettings(server, more)
  const fetch = async (recheck = false): Promise<FetchedDocument> =>
    findDocument(await folder.fetch(settings, recheck), 'profile/x')
  return { server, folder, settings, fetch }
}
