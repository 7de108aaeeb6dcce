import { rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FetchReport, FetchSettings, Source } from '../../schemas/index.ts'
import { captureOf } from './capture.ts'
import { exclusively } from './exclusively.ts'
import { fetchReportOf } from './fetch-report.ts'
import { type FetchProgress, fetchSources } from './fetch-sources.ts'
import { readLock } from './lock-file.ts'
import { type NetworkSeams, openNetwork } from './open-network.ts'
import { openShelf, type Shelf } from './shelf.ts'

/** What to fetch. */
export interface FetchRequest {
  /** The lock file; documents go into `files` and the report into `fetch-report.json` beside it. */
  readonly lock: string
  readonly settings: FetchSettings
  /** Whether documents that are here are asked for again. */
  readonly recheck: boolean
}

/** Who is told what goes on. */
export interface FetchWatch extends NetworkSeams {
  readonly progress: FetchProgress
  /** Another process fetches into the same folder; this one waits for it. */
  readonly waiting: () => void
}

/** The folder of fetched files beside a lock file. */
export const filesFolder = (lock: string): string => join(dirname(lock), 'files')

/** The report of the last run beside a lock file. */
export const reportPath = (lock: string): string => join(dirname(lock), 'fetch-report.json')

const isHere = (shelf: Shelf, { sha256, digest }: Source): boolean =>
  shelf.fileOf(sha256 ?? digest ?? '') !== undefined

/** The addresses that a run will ask. */
const addressesAsked = (shelf: Shelf, { settings, recheck }: FetchRequest): string[] =>
  shelf.sources().flatMap((source) => {
    if (!isHere(shelf, source)) return source.addresses
    const live = source.addresses.filter((address) => captureOf(settings.archive, address) === null)
    return recheck && source.kind !== 'text copy' ? live : []
  })

/**
 * Fetches what the lock file names and is not here, writes what was learnt into the lock, and a report beside it.
 * @throws LockMalformed where the lock cannot be used
 */
export const runFetch = (request: FetchRequest, watch: FetchWatch): Promise<FetchReport> =>
  exclusively(filesFolder(request.lock), watch.waiting, async () => {
    const started = Date.now()
    const shelf = await openShelf(request.lock, filesFolder(request.lock), await readLock(request.lock))
    const { network, probe, stop, close } = openNetwork(request.settings, watch)
    try {
      const addresses = addressesAsked(shelf, request)
      await probe(addresses)
      const asked = new Set(addresses.map((address) => new URL(address).host))
      const unreachable = network.hosts.allUnreachable()
      const offline = asked.size > 0 && [...asked].every((host) => unreachable.has(host))
      const today = new Date(started).toISOString().slice(0, 10)
      const fetching = fetchSources(
        shelf.sources(),
        { network, shelf, today, recheck: request.recheck },
        asked.size > 0 && !offline ? watch.progress : () => undefined,
        stop,
      )
      const documents = await fetching.finally(shelf.settle)
      await shelf.tidy()
      const report = fetchReportOf(documents, {
        lock: request.lock,
        started,
        ended: Date.now(),
        unreachable: network.hosts.allUnreachable(),
        offline,
      })
      const path = reportPath(request.lock)
      await writeFile(`${path}.next`, `${JSON.stringify(report, null, 2)}\n`)
      await rename(`${path}.next`, path)
      return report
    } finally {
      await close()
    }
  })
