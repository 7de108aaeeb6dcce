import { z } from 'zod'
import { webAddress } from '../../../schemas/index.ts'
import { askForPage, excerpt } from '../http/ask.ts'
import type { Network } from '../http/network.ts'

/** More than the archive has of these profiles: a server that always promises another page is not believed. */
const MAX_INDEX_PAGES = 50
const MAX_INDEX_BYTES = 50_000_000

/** The parameters of every request; `fl` names the fields in the order of `capture`. */
const PARAMETERS: [string, string][] = [
  ['output', 'json'],
  ['fl', 'timestamp,original,mimetype,statuscode,digest'],
  ['filter', 'statuscode:200'],
  ['filter', 'mimetype:application/pdf'],
  ['collapse', 'digest'],
  ['showResumeKey', 'true'],
  ['limit', '1000'],
]

const rows = z.array(z.array(z.string()))
const capture = z
  .tuple([
    z.string().regex(/^\d{14}$/),
    webAddress,
    z.literal('application/pdf'),
    z.literal('200'),
    z.string().regex(/^[A-Z2-7]{32}$/),
  ])
  .transform(([timestamp, original, , , digest]) => ({ timestamp, original, digest }))

/** A capture that the index of the archive names. */
export type IndexedCapture = Readonly<z.output<typeof capture>>

/** One page of the index. */
interface CdxPage {
  readonly captures: readonly IndexedCapture[]
  /** What the next page is asked for by; null on the last. */
  readonly resumeKey: string | null
}

/** The address of a page of the index: captures of PDFs below `pattern`, one of each run of the same bytes. */
const cdxAddress = (archive: string, pattern: string, resumeKey: string | null): string => {
  const parameters = new URLSearchParams([['url', pattern], ...PARAMETERS])
  if (resumeKey !== null) parameters.set('resumeKey', resumeKey)
  return `${archive}/cdx/search/cdx?${parameters}`
}

const parseRows = (text: string): readonly string[][] | null => {
  try {
    return rows.parse(text.trim() === '' ? [] : JSON.parse(text))
  } catch {
    return null
  }
}

/** Reads a page of the index, without rows that name no capture of a PDF; null if it is no such page. */
export const parseCdx = (text: string): CdxPage | null => {
  const found = parseRows(text)
  if (found === null) return null
  // an empty row and the key of the next page may be the last two rows
  const [gap, last] = found.slice(-2)
  const resumeKey = gap?.length === 0 && last?.length === 1 ? (last[0] ?? null) : null
  return { captures: found.flatMap((row) => capture.safeParse(row).data ?? []), resumeKey }
}

/** Reads all pages of the archive's index below one pattern, as far as they can be read; `fail` takes why no further. */
export const readArchiveIndex = async (
  pattern: string,
  network: Network,
  fail: (sentence: string) => void,
): Promise<IndexedCapture[]> => {
  const { archive } = network.settings
  const captures: (readonly IndexedCapture[])[] = []
  let bytes = 0
  let resumeKey: string | null = null
  do {
    const page = await askForPage(cdxAddress(archive, pattern, resumeKey), network)
    if ('reason' in page) {
      fail(`${archive}, the index of ${pattern}: ${page.reason.message}.`)
      break
    }
    const { text } = page.result
    const read = parseCdx(text)
    if (read === null) {
      fail(`${archive}: the response is no page of the index in JSON (${excerpt(text)}).`)
      break
    }
    captures.push(read.captures)
    resumeKey = read.resumeKey
    bytes += text.length
    if (resumeKey !== null && (captures.length >= MAX_INDEX_PAGES || bytes > MAX_INDEX_BYTES)) {
      fail(`${archive}: the index of ${pattern} is longer than ${captures.length} pages, or has no end.`)
      break
    }
  } while (resumeKey !== null)
  return captures.flat()
}
