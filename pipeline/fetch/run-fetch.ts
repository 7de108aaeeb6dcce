import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FETCH_OUTCOMES, type FetchOutcome, type FetchReport, type Source } from '../../schemas/index.ts'
import { openDownloadStore } from './download-store.ts'
import { type Fetching, fetchSource, reportDocument } from './fetch-source.ts'
import { type NetworkRequest, withNetwork } from './lock-request.ts'
import { publishedAddress } from './source-names.ts'

/** What to fetch, and how to report progress. */
export interface FetchRequest extends NetworkRequest {
  /** Whether to ask for documents again that are here already. */
  readonly recheck: boolean
  /** Called after each document, with how many are done. */
  readonly progress: (done: number, total: number) => void
}

/** The report of the last run beside a lock file. */
export const reportPath = (lock: string): string => join(dirname(lock), 'fetch-report.json')

/** Outcomes for which the bytes came over the network. */
const RECEIVED: readonly FetchOutcome[] = ['fetched', 'from_archive', 'new_edition']

const countOutcomes = (documents: FetchReport['documents']) => {
  const count = (name: string): number => documents.filter(({ outcome }) => outcome === name).length
  const counts = Object.keys(FETCH_OUTCOMES).map((outcome) => [outcome, count(outcome)])
  return Object.fromEntries(counts) as FetchReport['counts']
}

/** Ids grow with each edition: first the address that publishes a document, then its captures, oldest first. */
const sortEditions = (editions: readonly Source[]): Source[] =>
  editions.toSorted((left, right) => left.id.length - right.id.length || (left.id < right.id ? -1 : 1))

/** The edition whose address is asked whether there is a newer one. */
const findNewest = (editions: readonly Source[]): Source | undefined =>
  editions
    .filter(({ published }) => published === undefined)
    .toSorted((left, right) => (left.fetched?.retrieved ?? '').localeCompare(right.fetched?.retrieved ?? ''))
    .at(-1)

/** Fetches the editions of one document, one after the other: the address that publishes it may be gone. */
const fetchEditions = async (editions: readonly Source[], fetching: Fetching, done: () => void) => {
  const { store } = fetching
  const newest = findNewest(editions)
  const documents: ReturnType<typeof reportDocument>[] = []
  for (const edition of editions) {
    const recheck = fetching.recheck && edition === newest
    const isUnknown = edition.sha256 === undefined && edition.digest === undefined
    const isReplaced = !fetching.recheck && isUnknown && editions.some((other) => store.findFile(other))
    const document = isReplaced
      ? reportDocument(edition, 'present', { notes: ['A capture of it is here.'] })
      : await fetchSource(edition, { ...fetching, recheck })
    documents.push(document)
    done()
  }
  const good = documents.findLast(({ file, outcome }) => file !== null && outcome !== 'failed')
  return documents.map((document): typeof document => {
    const isGone = ['failed', 'unavailable'].includes(document.outcome) && document.sha256 === null
    if (good === undefined || !isGone) return document
    const notes = [...document.notes, `The capture ${good.id} replaces it.`]
    return { ...document, outcome: 'from_archive', notes }
  })
}

/** Fetches all documents, each host within its limits; an error that is not about one document ends the run. */
const fetchAll = async (fetching: Fetching, progress: FetchRequest['progress']) => {
  const { network, store } = fetching
  const sources = [...store.sources.values()]
  let done = 0
  const count = (): void => {
    done++
    if (network.isConnected()) progress(done, sources.length)
  }
  const groups = Map.groupBy(sources, publishedAddress)
  const documents = await Promise.all(
    [...groups.values()].map((editions) =>
      fetchEditions(sortEditions(editions), fetching, count).catch((error: unknown) => {
        network.stop(error)
        return []
      }),
    ),
  )
  network.signal.throwIfAborted()
  return documents.flat().toSorted((left, right) => (left.id < right.id ? -1 : 1))
}

/**
 * Fetches the documents of the lock file that are missing, adds their facts to it, and writes a report beside it.
 * @throws CliError if the lock file or the folder cannot be used
 */
export const runFetch = (request: FetchRequest): Promise<FetchReport> =>
  withNetwork(request, async (network) => {
    const { lock, recheck, progress } = request
    const started = new Date()
    const today = started.toISOString().slice(0, 'yyyy-mm-dd'.length)
    const store = await openDownloadStore(lock)
    const fetching = { network, store, today, recheck }
    const documents = await fetchAll(fetching, progress).finally(store.close)
    const report: FetchReport = {
      version: 1,
      started: started.toISOString(),
      seconds: (Date.now() - started.getTime()) / 1000,
      lock,
      ...network.reportHosts(),
      counts: countOutcomes(documents),
      bytes: documents
        .filter(({ outcome }) => RECEIVED.includes(outcome))
        .reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
      unusable: Object.fromEntries(store.unusable),
      documents,
    }
    await writeFile(reportPath(lock), `${JSON.stringify(report, null, 2)}\n`)
    return report
  })
