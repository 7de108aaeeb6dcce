import { createHash } from 'node:crypto'
import { z } from 'zod'
import { contentLimits, correction, limits, MEDIA_TYPES, sha256, USUAL_LIMITS } from '../../schemas/index.ts'
import type { ListedCorrection, ReadingOptions, StoreTask } from '../build/index.ts'
import type { SourceDocument } from '../fetch/index.ts'

/** All that is known of a document except its bytes. */
export type SourceFacts = Omit<SourceDocument, 'bytes'>

/** What a worker is asked for. The bytes do not go through the queue: the worker has them, or fetches them. */
export interface JobData {
  readonly facts: SourceFacts
  /** The number of bytes of the document. */
  readonly size: number
  readonly options: ReadingOptions
  readonly corrections: readonly ListedCorrection[]
  /** Whether the pages are wanted beside the rows. */
  readonly pages: boolean
}

const facts: z.ZodType<SourceFacts> = z.strictObject({
  name: z.string(),
  sha256,
  mediaType: z.enum(MEDIA_TYPES),
  sourceUrl: z.string().nullable(),
  mirrorUrl: z.string().nullable(),
  retrieved: z.string().nullable(),
  captured: z.string().nullable(),
})

/** What stands in a job, as it comes from the queue. */
export const jobData: z.ZodType<JobData> = z.strictObject({
  facts,
  size: z.int().min(1),
  options: z.strictObject({
    ocr: z.enum(['off', 'auto', 'force']),
    limits: limits.pick({ pages: true, runs: true, output: true }),
  }),
  corrections: z.array(z.strictObject({ line: z.int(), correction })),
  pages: z.boolean(),
})

/** A job as JSON carries it to {@link jobData}: corrections as a corrections file would have them. */
export type JobMessage = Readonly<Record<keyof JobData, unknown>>

/** The job for a task. */
export const jobOf = ({ source, options, corrections }: StoreTask, pages: boolean): JobMessage => {
  const { bytes, ...known } = source
  return {
    facts: known,
    size: bytes.length,
    options: { ocr: options.ocr, limits: options.limits ?? contentLimits(USUAL_LIMITS) },
    corrections: corrections.map((listed) => ({
      line: listed.line,
      correction: { ...listed.correction, value: String(listed.correction.value) },
    })),
    pages,
  }
}

/** The id of a job: the same for the same work, so that work which is under way or done is not asked for again. */
export const jobId = (job: JobMessage): string =>
  createHash('sha256').update(JSON.stringify(job)).digest('hex')
