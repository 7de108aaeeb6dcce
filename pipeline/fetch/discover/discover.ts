import type { FetchReason } from '../../../schemas/index.ts'
import { captureAddress, captureOf } from '../capture.ts'
import type { Network } from '../download/answer.ts'
import { type Page, pageText } from '../download/page-text.ts'
import { CdxMalformed, cdxAddress, type IndexedCapture, parseCdx } from './cdx.ts'
import type { Finds } from './found-sources.ts'
import { linksToPdfs } from './index-page.ts'

/** What was found, and where looking failed. */
export interface Discovered extends Finds {
  /** One sentence for each page that could be read. */
  readonly read: readonly string[]
  /** One sentence for each page that could not. */
  readonly failed: readonly string[]
}

/** More pages than any index of these profiles has: a server that always promises a further one is not believed. */
const MOST_PAGES = 10_000

const sentence = ({ message, address }: FetchReason): string => `${address}: ${message}.`

/** The beginning of every timestamp of this millennium: the archive redirects it to the newest capture. */
const NEWEST = '2'

/** Reads an index page where it is, or else the newest capture of it. */
const readIndexPage = async (address: string, network: Network, failed: string[]): Promise<Page | null> => {
  const { archive } = network.settings
  for (const place of [address, captureAddress(archive, { timestamp: NEWEST, original: address })]) {
    const page = await pageText(place, network)
    if ('result' in page) {
      // Links of a captured page are relative to where it was, not to where the archive keeps it.
      const original = captureOf(archive, page.result.address)?.original ?? page.result.address
      return { ...page.result, address: URL.canParse(original) ? original : address }
    }
    failed.push(sentence(page.reason))
  }
  return null
}

/** Reads all pages of the archive's index below one pattern. */
const readCaptures = async (
  pattern: string,
  network: Network,
  failed: string[],
): Promise<readonly IndexedCapture[]> => {
  const { archive, archive_page: limit } = network.settings
  const captures: IndexedCapture[] = []
  const keys = new Set<string>()
  for (let key: string | null = null; keys.size < MOST_PAGES; ) {
    const address = cdxAddress(archive, pattern, limit, key)
    const page = await pageText(address, network)
    if ('reason' in page) {
      failed.push(sentence(page.reason))
      return captures
    }
    try {
      const read = parseCdx(page.result.text)
      captures.push(...read.captures)
      key = read.resumeKey
    } catch (error) {
      if (!(error instanceof CdxMalformed)) throw error
      failed.push(`${address}: the answer is no page of the index; ${error.message}.`)
      return captures
    }
    if (key === null) return captures
    if (keys.has(key)) break
    keys.add(key)
  }
  failed.push(`${archive}: the index goes on without end after ${captures.length} captures of ${pattern}.`)
  return captures
}

/** Looks for profiles on the index pages and in the index of the web archive. */
export const discover = async (network: Network): Promise<Discovered> => {
  const { index_pages, archived } = network.settings
  const failed: string[] = []
  const read: string[] = []
  const addresses: string[] = []
  const captures: IndexedCapture[] = []
  for (const address of index_pages) {
    const page = await readIndexPage(address, network, failed)
    if (page === null) continue
    const links = linksToPdfs(page.text, page.address)
    read.push(`${address} links to ${links.length} PDFs.`)
    addresses.push(...links)
  }
  for (const pattern of archived) {
    const before = failed.length
    const found = await readCaptures(pattern, network, failed)
    const whole = failed.length === before
    if (whole) read.push(`The web archive has ${found.length} captures of ${pattern}.`)
    else if (found.length > 0) read.push(`The web archive named ${found.length} captures of ${pattern}.`)
    captures.push(...found)
  }
  return { addresses: [...new Set(addresses)], captures, read, failed }
}
