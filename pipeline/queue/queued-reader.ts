import { setTimeout as wait } from 'node:timers/promises'
import { type JobsOptions, Queue } from 'bullmq'
import { makeIssue } from '../../schemas/index.ts'
import { type DocumentReader, type DocumentTask, type FileReading, rejectFile } from '../build/index.ts'
import { type Job, makeJob, parseResult, queueName } from './job.ts'
import type { QueueAddress } from './queue-address.ts'
import { closeInTime, makeConnection, makeUnreachable, mayPass, readMessage, watchRedis } from './redis.ts'

/** Attempts to read a document, each after twice the delay of the one before. */
export const MAX_ATTEMPTS = 4

/** How often the jobs of a build are looked up, and how often also those that Redis does not list as ended. */
const LOOK_UP_INTERVAL_MS = 250
const ROUNDS_OF_LOOK_UPS = 8

/** How long it waits before it repeats a request that Redis refused for now. */
const RETRY_DELAY_MS = 250

/** After this time without workers the build says so. */
const WITHOUT_WORKERS_MS = 6_000

/** Bytes of all documents on the queue at a time; a single larger document is allowed. */
const MAX_QUEUED_BYTES = 256_000_000

/** Nobody reads the events of the queue, which carry results. */
const MAX_EVENTS = 64

const DAY_IN_SECONDS = 86_400

/** A build removes what it takes; this is for what nobody takes. */
const JOB_OPTIONS = {
  attempts: MAX_ATTEMPTS,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: { age: 7 * DAY_IN_SECONDS },
  removeOnFail: { age: DAY_IN_SECONDS },
  stackTraceLimit: 0,
} as const satisfies JobsOptions

/** Reads documents by workers on any machine. */
export interface QueuedReader extends DocumentReader {
  readonly close: () => Promise<void>
}

/** How a job ended: with a result or a reason for failure. */
type Outcome = { readonly result: unknown } | { readonly failed: string }

interface PendingJob extends PromiseWithResolvers<Outcome> {
  readonly job: Job
}

/** The reading that a job ended with; a file whose result is refused is rejected. */
const takeOutcome = (task: DocumentTask, outcome: Outcome): FileReading => {
  const { name } = task.source
  const reject = (value: string): FileReading =>
    rejectFile(name, makeIssue('worker_failed', { document: name, value }))
  if ('failed' in outcome) return reject(outcome.failed)
  try {
    return parseResult(task, outcome.result)
  } catch (error) {
    const reason = error instanceof Error && error.name === 'Error' ? error.message : 'it is malformed'
    return reject(`the result of its worker is refused: ${reason}`)
  }
}

/**
 * Connects to a queue. Each document becomes a job that the first free worker takes; its rows come back as the result.
 * @param inFlight the number of documents that are on the queue at a time
 * @param say gets sentences that a person should read
 * @throws CliError if the queue cannot be used
 */
export const connectQueue = async (
  address: QueueAddress,
  inFlight: number,
  say: (sentence: string) => void,
): Promise<QueuedReader> => {
  const watch = watchRedis(address)
  const warning = await watch.ready
  if (warning !== null) say(warning)
  const queue = new Queue(queueName, {
    connection: makeConnection(address, watch),
    skipVersionCheck: true,
    defaultJobOptions: JOB_OPTIONS,
    streams: { events: { maxLen: MAX_EVENTS } },
  })
  queue.on('error', () => {}) // the watch reports when Redis is gone

  /**
   * Repeats a request until it is done or the server is gone: what Redis cannot take now it may take later.
   * @throws CliError
   */
  const repeat = async <Value>(request: () => Promise<Value>): Promise<Value> => {
    for (;;) {
      try {
        return await Promise.race([request(), watch.gone])
      } catch (error) {
        if (watch.isOver()) await watch.gone
        if (!mayPass(error)) throw makeUnreachable(address, readMessage(error))
        await wait(RETRY_DELAY_MS)
      }
    }
  }
  const add = ({ id, data }: Job): Promise<unknown> => repeat(() => queue.add('read', data, { jobId: id }))

  const pending = new Map<string, PendingJob>()
  /** Looks a job up. One that is gone, since Redis lost it or another build took it, is added again. */
  const lookUp = async ({ job, resolve }: PendingJob): Promise<void> => {
    const state = await repeat(() => queue.getJobState(job.id))
    if (state === 'unknown' && pending.has(job.id)) await add(job)
    if (state !== 'completed' && state !== 'failed') return
    const ended = await repeat(() => queue.getJob(job.id))
    if (ended?.finishedOn === undefined) return
    resolve(state === 'completed' ? { result: ended.returnvalue } : { failed: ended.failedReason })
  }
  let workersSeenAt = performance.now()
  const warnWithoutWorkers = async (): Promise<void> => {
    if (pending.size === 0 || (await repeat(() => queue.getWorkersCount())) > 0) {
      workersSeenAt = performance.now()
    } else if (performance.now() - workersSeenAt > WITHOUT_WORKERS_MS) {
      workersSeenAt = Number.POSITIVE_INFINITY // report it once
      say(
        'No worker with this version of the code and of Node.js is on the queue; start one by make worker QUEUE=…',
      )
    }
  }
  const watchJobs = async (): Promise<void> => {
    for (let round = 0; !watch.isOver(); round++) {
      const isWhole = round % ROUNDS_OF_LOOK_UPS === 0
      const ids = isWhole ? pending.keys() : await repeat(() => queue.getRanges(['completed', 'failed']))
      await Promise.all([...ids].flatMap((id) => pending.get(id) ?? []).map(lookUp))
      if (isWhole) await warnWithoutWorkers()
      await wait(LOOK_UP_INTERVAL_MS)
    }
  }
  const fail = (error: unknown): void => {
    for (const { reject } of pending.values()) reject(error)
  }
  watchJobs().catch(fail)
  watch.gone.catch(fail)

  /** A job that failed for an earlier build is tried again; one that is done already is kept. */
  const begin = async (job: Job): Promise<void> => {
    if ((await repeat(() => queue.getJobState(job.id))) === 'failed') await repeat(() => queue.remove(job.id))
    await add(job)
  }
  let queuedBytes = 0
  return {
    width: inFlight,
    read: async (task) => {
      const size = task.source.bytes.length
      while (queuedBytes > 0 && queuedBytes + size > MAX_QUEUED_BYTES) await wait(RETRY_DELAY_MS)
      queuedBytes += size
      const job = makeJob(task)
      const started = { job, ...Promise.withResolvers<Outcome>() }
      pending.set(job.id, started)
      begin(job).catch(started.reject)
      try {
        return takeOutcome(task, await Promise.race([started.promise, watch.gone]))
      } finally {
        queuedBytes -= size
        pending.delete(job.id)
        await repeat(() => queue.remove(job.id))
      }
    },
    close: () => {
      watch.close()
      return closeInTime(queue)
    },
  }
}
