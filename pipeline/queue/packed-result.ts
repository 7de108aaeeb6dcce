import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { COLLECTIONS, type Issue, issue, STATUSES, sha256 } from '../../schemas/index.ts'
import type { FileReading } from '../build/index.ts'
import { LARGEST_RESULT } from './queue-settings.ts'

/** What came of a document that a worker read, and the texts that its store keeps of it. */
export interface ReadResult {
  readonly reading: FileReading
  readonly outdated: readonly string[]
  /** Null where nothing is kept, since corrections are outdated. */
  readonly kept: { readonly rows: string; readonly pages: string | null } | null
}

/** What a worker gives back: what it read, or why it could not, which another time it may. */
export type JobResult = ReadResult | { readonly unread: Issue }

/** What a document gave is too large for the queue. */
export class ResultTooLarge extends Error {
  override readonly name = 'ResultTooLarge'
}

/** The largest text that is unpacked, in bytes: what limits on documents leave room for, and no bomb. */
const LARGEST_TEXT = 512 * 1024 * 1024

const profile: z.ZodType<FileReading['profiles'][number]> = z.strictObject({
  file: z.string(),
  index: z.int().min(0),
  documentId: z.string(),
  countryCode: z.string(),
  sourceDate: z.string().nullable(),
  collection: z.enum(COLLECTIONS),
  sha256,
  isPdf: z.boolean(),
  characters: z.int(),
  firstPage: z.int(),
  wordsDigest: z.string(),
  statuses: z.partialRecord(z.enum(STATUSES), z.int()),
  items: z.int(),
  reviewRows: z.int(),
  issues: z.strictObject({ error: z.int(), warning: z.int(), notice: z.int() }),
})

const readResult: z.ZodType<ReadResult> = z.strictObject({
  reading: z.strictObject({ file: z.string(), profiles: z.array(profile), setAside: z.array(issue) }),
  outdated: z.array(z.string()),
  kept: z.strictObject({ rows: z.string(), pages: z.string().nullable() }).nullable(),
})

const jobResult: z.ZodType<JobResult> = z.union([readResult, z.strictObject({ unread: issue })])

/**
 * A result as text for the queue: zstd, in base64 since BullMQ keeps results as JSON.
 * @throws ResultTooLarge
 */
export const packResult = (result: JobResult): string => {
  const packed = zstdCompressSync(JSON.stringify(result))
  if (packed.length <= LARGEST_RESULT) return packed.toString('base64')
  throw new ResultTooLarge(`the result has ${packed.length} bytes of at most ${LARGEST_RESULT}`)
}

/**
 * The result that a text from the queue holds; whether it is that of a document, `checkResult` tells.
 * @throws an error where it is no result
 */
export const unpackResult = (packed: unknown): JobResult => {
  const bytes = Buffer.from(z.string().parse(packed), 'base64')
  return jobResult.parse(
    JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: LARGEST_TEXT }).toString('utf8')),
  )
}
