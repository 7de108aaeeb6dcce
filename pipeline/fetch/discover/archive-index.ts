import { z } from 'zod'
import { webAddress } from '../../../schemas/index.ts'
import { describeError } from '../../io/error-code.ts'
import { askForPage, excerpt } from '../http/ask.ts'
import type { Network } from '../http/network.ts'
import { withRetries } from '../http/retry.ts'

/** Captures that are asked for at a time. */
const PAGE_ROWS = 1000

/** More than the archive has of these profiles: a server that always promises another page is not believed. */
const MAX_INDEX_PAGES = 50
const MAX_INDEX_BYTES = 50_000_000

/** The parameters of every request; `fl` names the fields in the order of `capture`. */
const PARAMETERS = [
  ['output', 'json'],
  ['fl', 'timestamp,original,mimetype,statuscode,digest'],
  ['filter', 'statuscode:200'],
  ['filter', 'mimetype:application/pdf'],
  ['collapse', 'digest'],
  ['showResumeKey', 'true'],
  ['limit', String(PAGE_ROWS)],
] as const

const rows = z.array(z.array(z.string()))
const capture = z.tuple([
  z.string().regex(/^\d{14}$/),
  webAddress,
  z.literal('application/pdf'),
  z.literal('200'),
  z.string().regex(/^[A-Z2-7]{32}$/),
])

/** A capture that the index of the archive names. */
export interface IndexedCapture {
  readonly timestamp: string
  readonly original: string
  readonly digest: string
}

/** One page of the index. */
interface CdxPage {
  readonly captures: readonly IndexedCapture[]
  /** What the next page is asked for by; null on the last. */
  readonly resumeKey: string | null
}

/** The address of a page of the index: captures of PDFs below `pattern`, one of each run of the same bytes. */
const cdxAddress = (archive: string, pattern: string, resumeKey: string | null): string => {
  const url = new URL(`${archive.replace(/\/+$/, '')}/cdx/search/cdx`)
  url.searchParams.append('url', pattern)
  for (const [name, value] of PARAMETERS) url.searchParams.append(name, value)
  if (resumeKey !== null) url.searchParams.append('resumeKey', resumeKey)
  return url.href
}

/**
 * Reads a page of the index. Rows that name no capture of a PDF are left out.
 * @throws Error if it is no such page
 */
export const parseCdx = (text: string): CdxPage => {
  let value: unknown
  try {
    value = text.trim() === '' ? [] : JSON.parse(text)
  } catch {
    throw new Error('it is not JSON')
  }
  const { data, success } = rows.safeParse(value)
  if (!success) throw new Error('it is not a list of rows')
  // an empty row and the key of the next page may be the last two rows
  const [gap, last] = data.slice(-2)
  const resumeKey = gap?.length === 0 && last?.length === 1 ? (last[0] ?? null) : null
  const captures = data.flatMap((row) => {
    const parsed = capture.safeParse(row)
    if (!parsed.success) return []
    const [timestamp, original, , , digest] = parsed.data
    return [{ timestamp, original, digest }]
  })
  return { captures, resumeKey }
}

/** Reads all pages of the archive's index below one pattern, as far as they can be read; `fail` takes why no further. */
export const readArchiveIndex = async (
  pattern: string,
  network: Network,
  fail: (sentence: string) => void,
): Promise<IndexedCapture[]> => {
  const { archive } = network.settings
  const pages: CdxPage[] = []
  const keys = new Set<string | null>()
  let bytes = 0
  let resumeKey: string | null = null
  do {
    keys.add(resumeKey)
    const address = cdxAddress(archive, pattern, resumeKey)
    const page = await withRetries(network, () => askForPage(address, network))
    if ('reason' in page) {
      fail(`${archive}, the index of ${pattern}: ${page.reason.message}.`)
      break
    }
    const { text } = page.result
    try {
      const read = parseCdx(text)
      pages.push(read)
      resumeKey = read.resumeKey
    } catch (error) {
      fail(`${archive}: the response is no page of the index, ${describeError(error)} (${excerpt(text)}).`)
      break
    }
    bytes += text.length
    const isLong = keys.has(resumeKey) || pages.length >= MAX_INDEX_PAGES || bytes > MAX_INDEX_BYTES
    if (resumeKey !== null && isLong) {
      fail(`${archive}: the index of ${pattern} is longer than ${pages.length} pages, or has no end.`)
      break
    }
  } while (resumeKey !== null)
  return pages.flatMap(({ captures }) => captures)
}
