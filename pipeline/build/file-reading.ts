import { hash } from 'node:crypto'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import {
  type ContentLimits,
  type DocumentRow,
  type Indicator,
  type Issue,
  type IssueCode,
  LimitExceeded,
  makeIssue,
} from '../../schemas/index.ts'
import type { OcrMode, Page } from '../extract/index.ts'
import type { SourceDocument } from '../fetch/index.ts'
import type { DocumentRows } from '../normalize/index.ts'

/** How documents are read. Limits on time and memory are left out: a document that exceeds them is not cached. */
export interface ReadingOptions {
  readonly ocr: OcrMode
  readonly limits: ContentLimits
}

/** A document to read, and all that its rows depend on besides the code. */
export interface DocumentTask {
  readonly source: SourceDocument
  readonly options: ReadingOptions
}

/** The rows and the pages of a profile: JSON, compressed by zstd, as base64. */
export interface PackedProfile {
  readonly rows: string
  readonly pages: string
}

/** The result of reading a file: plain data that the cache stores and a queue transfers. */
export interface FileReading {
  readonly file: string
  /** The issues for which the file, or profiles in it, are rejected. */
  readonly rejected: readonly Issue[]
  readonly packed: readonly PackedProfile[]
}

/** Reads documents, each on its own: one that cannot be read comes back as rejected. */
export interface DocumentReader {
  readonly read: (task: DocumentTask) => Promise<FileReading>
  /** How many documents it takes at a time. */
  readonly width: number
}

// higher levels take twice the time to save a twentieth
const COMPRESSION = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** Packs a value; see {@link PackedProfile}. */
export const pack = (value: unknown): string =>
  zstdCompressSync(JSON.stringify(value), COMPRESSION).toString('base64')

/**
 * The JSON text that was packed.
 * @throws RangeError if it is longer than `maxBytes`
 */
export const unpackText = (packed: string, maxBytes?: number): string =>
  zstdDecompressSync(Buffer.from(packed, 'base64'), { maxOutputLength: maxBytes }).toString('utf8')

export const unpackRows = ({ rows }: PackedProfile): DocumentRows => JSON.parse(unpackText(rows))

export const unpackPages = ({ pages }: PackedProfile): readonly Page[] => JSON.parse(unpackText(pages))

export const rejectFile = (file: string, issue: Issue): FileReading => ({
  file,
  rejected: [issue],
  packed: [],
})

/** Rejects a file for a limit that it exceeded, or a fault of the reader. */
export const rejectFault = (file: string, error: unknown): FileReading => {
  const value = error instanceof Error ? error.message : String(error)
  const code = error instanceof LimitExceeded ? (`over_${error.limit}` as const) : 'reader_failed'
  return rejectFile(file, makeIssue(code, { document: file, value }))
}

/** Issues that another attempt, or another machine, may not have. */
const PASSING_ISSUES: readonly IssueCode[] = ['reader_failed', 'worker_failed', 'over_time', 'over_memory']

/** Whether the same bytes and options always give this reading. */
export const isFinal = ({ rejected }: FileReading): boolean =>
  rejected.every(({ code }) => !PASSING_ISSUES.includes(code))

/** The letters and numbers of a text in order: the same wherever copies break lines and words. */
const readLettersAndNumbers = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{N}+/gu, '$& ')
    .replaceAll(/[^\p{L}\p{N} ]|(?<!\p{N}) /gu, '')

/** A digest of what two copies of one profile share: country, date, and each section's text or figure. */
const digestText = (document: DocumentRow, indicators: readonly Indicator[]): string => {
  const date = document.source_date ?? readLettersAndNumbers(document.source_date_printed ?? '')
  const texts = indicators.map(({ value, note }) => value ?? readLettersAndNumbers(note ?? ''))
  return hash('sha256', JSON.stringify([document.country_code, date, ...texts]), 'base64')
}

/** What a build remembers of a profile: enough to choose among copies, to sort and to count. */
export const summariseProfile = (
  { document, indicators, items, review, issues }: DocumentRows,
  index: number,
) => ({
  file: document.file_name,
  /** Its place among the profiles of the file, from 0. */
  index,
  document,
  /** The same for copies of one profile, see {@link digestText}. */
  textDigest: digestText(document, indicators),
  statuses: indicators.map(({ status }) => status),
  items: items.length,
  reviewRows: review.length,
  issues,
})

export type ProfileSummary = ReturnType<typeof summariseProfile>
