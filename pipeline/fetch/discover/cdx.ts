import { z } from 'zod'

/** The fields that are asked for, in their order. */
const FIELDS = ['timestamp', 'original', 'mimetype', 'statuscode', 'digest'] as const

const rows = z.array(z.array(z.string()))
const capture = z.tuple([
  z.string().regex(/^\d{14}$/),
  z.url({ protocol: /^https?$/ }),
  z.string(),
  z.string(),
  z.string().regex(/^[A-Z2-7]{32}$/),
])

/** A capture that the index of the archive names. */
export interface IndexedCapture {
  readonly timestamp: string
  readonly original: string
  readonly digest: string
}

/** One page of the index. */
export interface CdxPage {
  readonly captures: readonly IndexedCapture[]
  /** Rows that name no capture of a PDF. */
  readonly passedOver: number
  /** What the next page is asked for by; null on the last. */
  readonly resumeKey: string | null
}

/** An answer that is no page of the index. */
export class CdxMalformed extends Error {
  override readonly name = 'CdxMalformed'
}

/** The address of a page of the index: captures of PDFs below `pattern`, one of each run of the same bytes. */
export const cdxAddress = (
  archive: string,
  pattern: string,
  limit: number,
  resumeKey: string | null,
): string => {
  const url = new URL(`${archive.replace(/\/+$/, '')}/cdx/search/cdx`)
  const parameters: readonly (readonly [string, string])[] = [
    ['url', pattern],
    ['output', 'json'],
    ['fl', FIELDS.join(',')],
    ['filter', 'statuscode:200'],
    ['filter', 'mimetype:application/pdf'],
    ['collapse', 'digest'],
    ['showResumeKey', 'true'],
    ['limit', String(limit)],
    ...(resumeKey === null ? [] : [['resumeKey', resumeKey] as const]),
  ]
  for (const [name, value] of parameters) url.searchParams.append(name, value)
  return url.href
}

/** Takes the last two rows off, where they are an empty one and the key of the next page. */
const withoutKey = (
  all: readonly string[][],
): { readonly rest: readonly string[][]; readonly key: string | null } => {
  const [gap, last] = all.slice(-2)
  const key = gap?.length === 0 && last?.length === 1 ? last[0] : undefined
  return key === undefined ? { rest: all, key: null } : { rest: all.slice(0, -2), key }
}

/**
 * Reads a page of the index.
 * @throws CdxMalformed where it is none
 */
export const parseCdx = (text: string): CdxPage => {
  let value: unknown
  try {
    value = text.trim() === '' ? [] : JSON.parse(text)
  } catch {
    throw new CdxMalformed('it is not JSON')
  }
  const parsed = rows.safeParse(value)
  if (!parsed.success) throw new CdxMalformed('it is not a list of rows')
  const { rest, key } = withoutKey(parsed.data)
  const body = rest[0]?.[0] === FIELDS[0] ? rest.slice(1) : rest
  const captures: IndexedCapture[] = []
  for (const row of body) {
    const read = capture.safeParse(row)
    if (!read.success) continue
    const [timestamp, original, mimetype, statuscode, digest] = read.data
    if (mimetype === 'application/pdf' && statuscode === '200') captures.push({ timestamp, original, digest })
  }
  return { captures, passedOver: body.length - captures.length, resumeKey: key }
}
