import { z } from 'zod'
import { webAddress } from '../../../schemas/index.ts'
import { askForPage } from '../http/ask.ts'
import { FetchError } from '../http/fetch-error.ts'
import type { Network } from '../http/network.ts'

/** More than the archive has of these profiles: a server that announces pages without end is left. */
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

/** The address of a page of the index: captures of PDFs below `pattern`, one of each run of the same bytes. */
const cdxAddress = (archive: string, pattern: string, resumeKey: string | null): string => {
  const parameters = new URLSearchParams([['url', pattern], ...PARAMETERS])
  if (resumeKey !== null) parameters.set('resumeKey', resumeKey)
  return `${archive}/cdx/search/cdx?${parameters}`
}

const parseRows = (text: string): readonly string[][] | null => {
  try {
    return z.array(z.array(z.string())).parse(text.trim() === '' ? [] : JSON.parse(text))
  } catch {
    return null
  }
}

/** Reads a page of the index, without rows that name no capture of a PDF; null if the text is not such a page. */
export const parseCdx = (text: string) => {
  const found = parseRows(text)
  if (found === null) return null
  // an empty row and the key of the next page may be the last two rows
  const [gap, last] = found.slice(-2)
  const resumeKey = gap?.length === 0 && last?.length === 1 ? (last[0] ?? null) : null
  return { captures: found.flatMap((row) => capture.safeParse(row).data ?? []), resumeKey }
}

/** Reads the pages of the archive's index below one pattern; `failure` says why the rest could not be read. */
export const readArchiveIndex = async (pattern: string, network: Network) => {
  const { archive } = network.settings
  const captures: IndexedCapture[] = []
  let bytes = 0
  let resumeKey: string | null = null
  const end = (failure?: string) => ({ captures, failure })
  for (let pages = 1; ; pages++) {
    const page = await askForPage(cdxAddress(archive, pattern, resumeKey), network)
    if (page instanceof FetchError) return end(`the index of ${pattern}: ${page.message}`)
    const read = parseCdx(page.text)
    if (read === null) return end('the response is not a page of the index in JSON')
    for (const capture of read.captures) captures.push(capture)
    resumeKey = read.resumeKey
    bytes += page.text.length
    if (resumeKey === null) return end()
    if (pages === MAX_INDEX_PAGES || bytes > MAX_INDEX_BYTES) {
      return end(`the index of ${pattern} is longer than ${pages} pages, or has no end`)
    }
  }
}
