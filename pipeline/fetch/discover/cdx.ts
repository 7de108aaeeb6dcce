import { z } from 'zod'
import { webAddress } from '../../../schemas/index.ts'

/** The fields to ask for, in the order of `capture`. */
const FIELDS = ['timestamp', 'original', 'mimetype', 'statuscode', 'digest'] as const

const rows = z.array(z.array(z.string()))
const capture = z.tuple([
  z.string().regex(/^\d{14}$/),
  webAddress,
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
  /** What the next page is asked for by; null on the last. */
  readonly resumeKey: string | null
}

/** The address of a page of the index: captures of PDFs below `pattern`, one of each run of the same bytes. */
export const cdxAddress = (
  archive: string,
  pattern: string,
  { limit, resumeKey }: { readonly limit: number; readonly resumeKey: string | null },
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

/**
 * Reads a page of the index. Rows that name no capture of a PDF are left out.
 * @throws Error where it is no such page
 */
export const parseCdx = (text: string): CdxPage => {
  let value: unknown
  try {
    value = text.trim() === '' ? [] : JSON.parse(text)
  } catch {
    throw new Error('it is not JSON')
  }
  const parsed = rows.safeParse(value)
  if (!parsed.success) throw new Error('it is not a list of rows')
  // an empty row and the key of the next page may be the last two rows
  const [gap, last] = parsed.data.slice(-2)
  const resumeKey = gap?.length === 0 && last?.length === 1 ? (last[0] ?? null) : null
  const captures = parsed.data.flatMap((row) => {
    const { success, data } = capture.safeParse(row)
    if (!success) return []
    const [timestamp, original, mimetype, statuscode, digest] = data
    return mimetype === 'application/pdf' && statuscode === '200' ? [{ timestamp, original, digest }] : []
  })
  return { captures, resumeKey }
}
