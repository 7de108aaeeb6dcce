import type { FetchReason } from '../../../schemas/index.ts'
import { describeError } from '../../io/error-code.ts'
import { captureAddress, parseCapture } from '../capture.ts'
import { askForPage, excerpt, type Page } from '../http/ask.ts'
import type { Network } from '../http/open-network.ts'
import { withRetries } from '../http/retry.ts'
import { type CdxPage, cdxAddress, type IndexedCapture, parseCdx } from './cdx.ts'
import { linksToPdfs } from './index-page.ts'

/** What was found, and where searching failed. */
export interface Discovered {
  /** Addresses of PDFs. */
  readonly addresses: readonly string[]
  readonly captures: readonly IndexedCapture[]
  /** One sentence for each place that could be read. */
  readonly read: readonly string[]
  /** One sentence for each place that could not. */
  readonly failed: readonly string[]
}

/** More than the archive has of these profiles: a server that always promises another page is not believed. */
const MAX_INDEX_PAGES = 50
const MAX_INDEX_BYTES = 50_000_000

const describeFailure = ({ message, address }: FetchReason): string => `${address}: ${message}.`

/** The beginning of every timestamp of this millennium: the archive redirects it to the newest capture. */
const NEWEST = '2'

/** Reads an index page where it is, or else its newest capture. */
const readIndexPage = async (address: string, network: Network, failed: string[]): Promise<Page | null> => {
  const { archive } = network.settings
  for (const place of [address, captureAddress(archive, { timestamp: NEWEST, original: address })]) {
    const page = await withRetries(network, () => askForPage(place, network))
    if ('result' in page) {
      // links of a captured page are relative to where it was, not to where the archive keeps it
      const original = parseCapture(archive, page.result.address)?.original ?? page.result.address
      return { ...page.result, address: URL.canParse(original) ? original : address }
    }
    failed.push(describeFailure(page.reason))
  }
  return null
}

/** Reads all pages of the archive's index below one pattern, as far as they can be read. */
const readCaptures = async (
  pattern: string,
  network: Network,
  failed: string[],
): Promise<readonly IndexedCapture[]> => {
  const { archive, archive_page: limit } = network.settings
  const pages: CdxPage[] = []
  let bytes = 0
  let resumeKey: string | null = null
  do {
    const address = cdxAddress(archive, pattern, { limit, resumeKey })
    const page = await withRetries(network, () => askForPage(address, network))
    if ('reason' in page) {
      failed.push(describeFailure(page.reason))
      break
    }
    const { text } = page.result
    try {
      const read = parseCdx(text)
      pages.push(read)
      resumeKey = read.resumeKey
    } catch (error) {
      failed.push(
        `${address}: the answer is no page of the index, ${describeError(error)} (${excerpt(text)}).`,
      )
      break
    }
    bytes += text.length
    const isKnownKey = pages.slice(0, -1).some((before) => before.resumeKey === resumeKey)
    if (resumeKey !== null && (isKnownKey || pages.length >= MAX_INDEX_PAGES || bytes > MAX_INDEX_BYTES)) {
      failed.push(`${archive}: the index of ${pattern} is longer than ${pages.length} pages, or has no end.`)
      break
    }
  } while (resumeKey !== null)
  return pages.flatMap(({ captures }) => captures)
}

/** Searches the index pages and the index of the web archive for PDFs. */
export const search = async (network: Network): Promise<Discovered> => {
  const { index_pages, archived } = network.settings
  const failed: string[] = []
  const read: string[] = []
  const addresses = new Set<string>()
  const captures: (readonly IndexedCapture[])[] = []
  for (const address of index_pages) {
    const page = await readIndexPage(address, network, failed)
    if (page === null) continue
    const links = linksToPdfs(page.text, page.address)
    read.push(`${address} links to ${links.length} PDFs.`)
    for (const link of links) addresses.add(link)
  }
  for (const pattern of archived) {
    const failures = failed.length
    const found = await readCaptures(pattern, network, failed)
    const isWhole = failed.length === failures
    if (isWhole || found.length > 0) {
      read.push(`The web archive ${isWhole ? 'has' : 'named'} ${found.length} captures of ${pattern}.`)
    }
    captures.push(found)
  }
  return { addresses: [...addresses], captures: captures.flat(), read, failed }
}
