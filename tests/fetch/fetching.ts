import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lookUpName as lookUpRealName } from '../../pipeline/fetch/http/address-guard.ts'
import { readLock, writeLock } from '../../pipeline/fetch/lock-file.ts'
import { filesFolder } from '../../pipeline/fetch/lock-request.ts'
import { runFetch } from '../../pipeline/fetch/run-fetch.ts'
import type { FetchedDocument, FetchReport, FetchSettings, Source } from '../../schemas/index.ts'
import { listFiles, temporaryFolder } from '../test-folder.ts'
import { type Handler, type HazardServer, startServer, testSettings } from './hazard-server.ts'

export const hashBytes = (bytes: Uint8Array): string => hash('sha256', bytes)

/** A profile of the lock by its name and addresses. */
export const profile = (name: string, addresses: readonly string[], more: Partial<Source> = {}): Source => ({
  id: `profile/${name}`,
  kind: 'profile',
  addresses: [...addresses],
  ...more,
})

/** What a run calls that nobody watches. */
export const unwatched = { progress: () => undefined, waiting: () => undefined }

/** Looks up only a name that the system refuses. */
const lookUpName = (name: string, signal: AbortSignal) =>
  name.length > 255 ? lookUpRealName(name, signal) : Promise.reject(new Error(`a test looks up ${name}`))

/** Makes a folder with a lock file that names the given documents. No fetch from it looks a name up. */
export const fetchFolder = async (documents: readonly Source[]) => {
  const lock = join(temporaryFolder(), 'sources.json')
  await writeLock(lock, documents)
  const files = filesFolder(lock)
  return {
    lock,
    /** Where a fetched file is. */
    path: (file: string): string => join(files, file),
    fetch: (settings: FetchSettings, recheck = false): Promise<FetchReport> =>
      runFetch({ lock, settings, recheck, ...unwatched, lookUpName }),
    sources: async () => new Map((await readLock(lock)).map((source) => [source.id, source])),
    read: (file: string | null | undefined) => readFile(join(files, file ?? 'nowhere')),
    /** Every file below the folder of fetched files but the lock that keeps processes apart. */
    files: async () => (await listFiles(files)).filter((name) => name !== '.lock'),
  }
}
export type FetchFolder = Awaited<ReturnType<typeof fetchFolder>>

/** The document of a report by its id. */
export const findDocument = (report: FetchReport, id: string): FetchedDocument => {
  const found = report.documents.find((document) => document.id === id)
  assert.ok(found, `the report names ${id}`)
  return found
}

/** What became of a document: its first failure, or else its outcome. */
export const readOutcome = ({ failures, outcome }: FetchedDocument): string => failures[0]?.code ?? outcome

/** A server, and a folder that names what is given of its documents. */
export const setUpFolder = async (listDocuments: (server: HazardServer) => readonly Source[] = () => []) => {
  const server = await startServer()
  return { server, folder: await fetchFolder(listDocuments(server)) }
}

/** A server with one document, `profile/x`, and a folder that names it. */
export const setUpDocument = async (handler: Handler, more: Partial<FetchSettings> = {}) => {
  const { server, folder } = await setUpFolder((made) => [profile('x', [made.on('/x.pdf', handler)])])
  const settings = testSettings(server, more)
  const fetch = async (recheck = false): Promise<FetchedDocument> =>
    findDocument(await folder.fetch(settings, recheck), 'profile/x')
  return { server, folder, settings, fetch }
}
