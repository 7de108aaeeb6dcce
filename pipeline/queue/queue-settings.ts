import type { JobsOptions, WorkerOptions } from 'bullmq'
import { codeDigest, ROW_CODE } from '../build/store/index.ts'
import type { QueueAddress } from './queue-address.ts'

const SECOND = 1_000
const DAY_IN_SECONDS = 86_400

/** How often a document is tried that cannot be read, each time after twice the wait. */
export const ATTEMPTS = 4

/** The largest result of one document that goes through the queue, in bytes after compression. */
export const LARGEST_RESULT = 64 * 1024 * 1024

/**
 * The name of the queue. Workers and builds meet on it only where they run the same code: what another version would
 * read differently never gets into a release.
 */
export const queueName = (): string =>
  `cyberwellness-${codeDigest([...ROW_CODE, 'pipeline/queue']).slice(0, 16)}`

/** How all parts connect: as often as it takes until it is over, since the watch over Redis decides when it is gone. */
export const connectionTo = ({ url }: QueueAddress, isOver: () => boolean) => ({
  url,
  maxRetriesPerRequest: null,
  connectTimeout: 3 * SECOND,
  retryStrategy: (): number | null => (isOver() ? null : SECOND / 4),
})

/** What a build takes is removed at once; this is for what nobody came to take. */
export const JOB_OPTIONS = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: SECOND, jitter: 0.5 },
  removeOnComplete: { age: 7 * DAY_IN_SECONDS },
  removeOnFail: { age: DAY_IN_SECONDS },
  stackTraceLimit: 0,
} as const satisfies JobsOptions

/** Events carry the results, so that only a few are kept; one that is missed is made good by asking for the job. */
export const EVENTS_KEPT = 64

/**
 * A worker that goes down loses its documents to others after the lock time at the latest, and a document may go down
 * with several workers before it is given up.
 */
export const WORKER_TIMES = {
  lockDuration: 8 * SECOND,
  stalledInterval: 4 * SECOND,
  maxStalledCount: 5,
  drainDelay: 2,
} as const satisfies Partial<WorkerOptions>
