import { rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FetchedDocument, FetchOutcome, FetchReport, FetchSettings } from '../../schemas/index.ts'
import { parseCapture } from './capture.ts'
import { type DownloadStore, openDownloadStore } from './download-store.ts'
import { countReceivedBytes, type FetchProgress, fetchSources } from './fetch-sources.ts'
import { withFolderLock } from './folder-lock.ts'
import { type NetworkSeams, openNetwork } from './http/open-network.ts'

/** What to fetch. */
export interface FetchRequest {
  /** The lock file; documents go into `files` and the report into `fetch-report.json` beside it. */
  readonly lock: string
  readonly settings: FetchSettings
  /** Whether documents that are here are asked for again. */
  readonly recheck: boolean
}

/** What is called during a run. */
export interface FetchWatch extends NetworkSeams {
  readonly progress: FetchProgress
  /** Another process fetches into the same folder; this one waits for it. */
  readonly waiting: () => void
}

/** The report of the last run beside a lock file. */
export const reportPath = (lock: string): string => join(dirname(lock), 'fetch-report.json')

/** The addresses that a run will ask. */
const addressesToAsk = (store: DownloadStore, { settings, recheck }: FetchRequest): string[] =>
  store.sources().flatMap((source) => {
    if (store.findFileOf(source) === undefined) return source.addresses
    const live = source.addresses.filter((address) => parseCapture(settings.archive, address) === null)
    return recheck && source.kind !== 'text copy' ? live : []
  })

const countOutcomes = (documents: readonly FetchedDocument[]): Record<FetchOutcome, number> => {
  const counts = {
    fetched: 0,
    from_archive: 0,
    new_edition: 0,
    unchanged: 0,
    present: 0,
    unavailable: 0,
    failed: 0,
  }
  for (const { outcome } of documents) counts[outcome]++
  return counts
}

/**
 * Fetches what the lock file names and is not here, records in the lock what was learnt, and writes a report beside it.
 * @throws CliError where the lock file or the folder cannot be used
 */
export const runFetch = (request: FetchRequest, watch: FetchWatch): Promise<FetchReport> =>
  withFolderLock(request.lock, watch.waiting, async () => {
    const { lock, settings, recheck } = request
    const started = Date.now()
    const startedAt = new Date(started).toISOString()
    const store = await openDownloadStore(lock)
    const network = openNetwork(settings, watch)
    try {
      const addresses = addressesToAsk(store, request)
      await network.probe(addresses)
      const asked = new Set(addresses.map((address) => new URL(address).host))
      const reached = [...asked].filter((host) => !network.hosts.unreachable().has(host))
      const offline = asked.size > 0 && reached.length === 0
      const progress = asked.size > 0 && !offline ? watch.progress : () => undefined
      const today = startedAt.slice(0, 'yyyy-mm-dd'.length)
      const fetching = fetchSources(store.sources(), { network, store, today, recheck }, progress)
      const documents = await fetching.finally(store.close)
      const report: FetchReport = {
        version: 1,
        started: startedAt,
        seconds: (Date.now() - started) / 1000,
        lock,
        offline,
        counts: countOutcomes(documents),
        bytes: countReceivedBytes(documents),
        unreachable: Object.fromEntries(network.hosts.unreachable()),
        unusable: Object.fromEntries(store.unusable),
        documents,
      }
      const path = reportPath(lock)
      await writeFile(`${path}.next`, `${JSON.stringify(report, null, 2)}\n`)
      await rename(`${path}.next`, path)
      return report
    } finally {
      await network.close()
    }
  })
