import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mergeSources } from '../add-sources.ts'
import { captureAddress, parseCapture } from '../capture.ts'
import { askForPage } from '../http/ask.ts'
import { FetchError } from '../http/fetch-error.ts'
import type { Network } from '../http/network.ts'
import { readLock, writeLock } from '../lock-file.ts'
import { type NetworkRequest, withNetwork } from '../lock-request.ts'
import { type IndexedCapture, readArchiveIndex } from './archive-index.ts'
import { type CountryOfFile, toSources } from './found-sources.ts'
import { linksToPdfs } from './index-page.ts'

/** Where to search, and the lock file that gets what is found. */
interface DiscoverRequest extends NetworkRequest {
  readonly countryOfFile: CountryOfFile
  /** The search ends after this many seconds and keeps what it found until then. */
  readonly maxSeconds?: number | undefined
}

/** The beginning of every timestamp of this millennium: the archive redirects it to the newest capture. */
const NEWEST = '2'

/** Reads an index page where it is, or else its newest capture. */
const readIndexPage = async (address: string, network: Network, failed: string[]) => {
  const { archive } = network.settings
  for (const place of [address, captureAddress(archive, NEWEST, address)]) {
    const page = await askForPage(place, network)
    if (!(page instanceof FetchError)) {
      // links of a captured page are relative to where it was, not to where the archive keeps it
      const original = parseCapture(archive, page.address)?.original ?? page.address
      return { text: page.text, address: URL.canParse(original) ? original : address }
    }
    failed.push(`${page.reason.address}: ${page.message}.`)
  }
  return null
}

/** Searches the index pages and the index of the web archive for PDFs; a sentence says what each place gave. */
const search = async (network: Network) => {
  const { archive, index_pages, archived } = network.settings
  const failed: string[] = []
  const read: string[] = []
  const addresses = new Set<string>()
  const captures: IndexedCapture[][] = []
  for (const address of index_pages) {
    const page = await readIndexPage(address, network, failed)
    if (page === null) continue
    const links = linksToPdfs(page.text, page.address)
    read.push(`${address} links to ${links.length} PDFs.`)
    for (const link of links) addresses.add(link)
  }
  for (const pattern of archived) {
    const { captures: found, failure } = await readArchiveIndex(pattern, network)
    if (failure !== undefined) failed.push(`${archive}: ${failure}.`)
    if (failure === undefined || found.length > 0) {
      read.push(`The web archive named ${found.length} captures of ${pattern}.`)
    }
    captures.push(found)
  }
  return { addresses: [...addresses], captures: captures.flat(), read, failed }
}

/** A file beside the lock that marks that the documents were searched for. */
const searchedPath = (lock: string): string => join(dirname(lock), 'discover-report.json')

/**
 * Searches for documents and adds what is new to the lock file.
 * @throws CliError if the lock file or its folder cannot be used
 */
export const runDiscover = (request: DiscoverRequest) =>
  withNetwork(request, async (network) => {
    const { lock, settings, countryOfFile, maxSeconds } = request
    const known = await readLock(lock)
    const tooLate = new FetchError('too_slow', settings.archive, `${maxSeconds} s for the whole search`)
    const timer = maxSeconds && setTimeout(() => network.stop(tooLate), maxSeconds * 1000)
    const { read, failed, ...listed } = await search(network).finally(() => clearTimeout(timer))
    const found = toSources(listed, known, { archive: settings.archive, countryOfFile })
    const merged = mergeSources(known, found)
    if (merged.added.length + merged.completed.length > 0) await writeLock(lock, merged.documents)
    if (read.length > 0) await writeFile(searchedPath(lock), `${JSON.stringify({ read, failed }, null, 2)}\n`)
    const ids = new Set(found.map(({ id }) => id))
    // profiles at their own address; they stay in the lock
    const missing = known.filter(
      ({ id, kind, published }) => kind === 'profile' && published === undefined && !ids.has(id),
    )
    return { ...merged, read, failed, notFoundAgain: failed.length === 0 ? missing : [] }
  })

/** Whether the lock names no published profile and no search has been made yet. */
export const isSearchDue = async (lock: string): Promise<boolean> =>
  !existsSync(searchedPath(lock)) && (await readLock(lock)).every(({ kind }) => kind !== 'profile')
