import { keptReading, keptTexts, type ReadToStore, storedFile } from '../build/index.ts'
import type { DocumentStore } from '../build/store/index.ts'
import type { JobData } from './job-data.ts'
import type { ReadResult } from './packed-result.ts'

/** What a worker needs beside the job. */
export interface JobContext {
  /** The worker’s own store: what it read before is not read again. */
  readonly store: DocumentStore
  readonly readToStore: ReadToStore
  /** @throws BytesMissing */
  readonly bytesOf: (job: JobData) => Promise<Uint8Array>
}

/**
 * Reads the document of a job, or takes it from the store.
 * @throws BytesMissing, or whatever the reader throws
 */
export const processJob = async (job: JobData, context: JobContext): Promise<ReadResult> => {
  const source = { ...job.facts, bytes: await context.bytesOf(job) }
  const stored = storedFile(context.store, source, job.options, job.corrections)
  const before = keptTexts(stored, job.pages)
  const known = before !== null && (!job.pages || before.pages !== null) ? keptReading(stored) : null
  if (before !== null && known !== null) return { reading: known, outdated: [], kept: before }
  const { reading, outdated } = await context.readToStore({
    source,
    options: job.options,
    corrections: job.corrections,
    stored,
  })
  return { reading, outdated, kept: outdated.length > 0 ? null : keptTexts(stored, job.pages) }
}
