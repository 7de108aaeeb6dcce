import { setTimeout as wait } from 'node:timers/promises'
import { type JobsOptions, Queue, QueueEvents } from 'bullmq'
import { makeIssue } from '../../schemas/index.ts'
import { type DocumentReader, type DocumentTask, type FileReading, rejectFile } from '../build/index.ts'
import { type Job, makeJob, parseResult, queueName } from './job.ts'
import type { QueueAddress } from './queue-address.ts'
import { closeAll, makeConnection, makeUnreachable, mayPass, warnOfEviction, watchRedis } from './redis.ts'

/** How often a document is tried that cannot be read, each time after twice the delay. */
export const MAX_ATTEMPTS = 4

/** Events may be missed, so jobs are looked up this often. */
const SWEEP_INTERVAL_MS = 2_000

/** How long it waits before it repeats a request that Redis refused for now. */
const RETRY_DELAY_MS = 250

/** After this many sweeps without workers the build says so. */
const SWEEPS_WITHOUT_WORKERS = 3

/** Documents on the queue hold no more than this together, unless one alone does. */
const MAX_QUEUED_BYTES = 256_000_000

/** Events carry the results, so only a few are kept. */
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

/** How a job ended: with a result, or with the reason why there is none. */
type Outcome = { readonly result: unknown } | { readonly failed: string }

interface PendingJob {
  readonly job: Job
  readonly outcome: PromiseWithResolvers<Outcome>
}

/**
 * Connects to a queue. Each document becomes a job that the first free worker takes; its rows come back as the result.
 * @param inFlight the number of documents that are on the queue at a time
 * @param say is told in a sentence what a person should know
 * @throws CliError where the queue cannot be used
 */
export const connectQueue = async (
  address: QueueAddress,
  inFlight: number,
  say: (sentence: string) => void,
): Promise<QueuedReader> => {
  const watch = watchRedis(address)
  await watch.ready
  const warning = warnOfEviction(await watch.info())
  if (warning !== null) say(warning)

  const connection = makeConnection(address, watch)
  const queue = new Queue(queueName, {
    connection,
    skipVersionCheck: true,
    defaultJobOptions: JOB_OPTIONS,
    streams: { events: { maxLen: MAX_EVENTS } },
  })
  const events = new QueueEvents(queueName, { connection, skipVersionCheck: true })
  const ignore = (): void => {} // the watch tells when Redis is gone
  queue.on('error', ignore)
  events.on('error', ignore)
  await Promise.race([events.waitUntilReady(), watch.gone])

  const pending = new Map<string, PendingJob>()
  let queuedBytes = 0

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
        if (!mayPass(error)) throw makeUnreachable(address, error)
        await wait(RETRY_DELAY_MS)
      }
    }
  }
  const add = ({ id, data }: Job): Promise<unknown> => repeat(() => queue.add('read', data, { jobId: id }))
  const settle = (id: string, outcome: Outcome): void => pending.get(id)?.outcome.resolve(outcome)

  /** Looks a job up. One that is gone, since Redis lost it or another build took it, is added again. */
  const lookUp = async (id: string): Promise<void> => {
    const state = await repeat(() => queue.getJobState(id))
    const job = pending.get(id)?.job
    if (job !== undefined && state === 'unknown') await add(job)
    if (state !== 'completed' && state !== 'failed') return
    const ended = await repeat(() => queue.getJob(id))
    if (ended?.finishedOn === undefined) return
    settle(id, state === 'completed' ? { result: ended.returnvalue } : { failed: ended.failedReason })
  }
  const fail = (error: unknown): void => {
    for (const { outcome } of pending.values()) outcome.reject(error)
  }
  events.on('completed', ({ jobId, returnvalue }) => settle(jobId, { result: returnvalue }))
  events.on('failed', ({ jobId }) => void lookUp(jobId).catch(fail))
  watch.gone.catch(fail)

  let sweepsWithoutWorkers = 0
  const sweep = async (): Promise<void> => {
    await Promise.all([...pending.keys()].map(lookUp))
    if (pending.size === 0 || sweepsWithoutWorkers >= SWEEPS_WITHOUT_WORKERS) return
    const workers = await repeat(() => queue.getWorkersCount())
    sweepsWithoutWorkers = workers === 0 ? sweepsWithoutWorkers + 1 : 0
    if (sweepsWithoutWorkers < SWEEPS_WITHOUT_WORKERS) return
    say(
      'No worker with this version of the code and of Node.js is on the queue; start one by make worker QUEUE=…',
    )
  }
  let isSweeping = false
  const timer = setInterval(() => {
    if (isSweeping) return
    isSweeping = true
    sweep()
      .catch(fail)
      .finally(() => {
        isSweeping = false
      })
  }, SWEEP_INTERVAL_MS)

  /** A job that is done already is taken; one that failed for an earlier build is tried again. */
  const begin = async (job: Job): Promise<void> => {
    const before = await repeat(() => queue.getJobState(job.id))
    if (before === 'failed') await repeat(() => queue.remove(job.id))
    await add(job)
    if (before === 'completed') await lookUp(job.id)
  }

  const run = (job: Job): Promise<Outcome> => {
    const known = pending.get(job.id)
    if (known) return known.outcome.promise
    const outcome = Promise.withResolvers<Outcome>()
    pending.set(job.id, { job, outcome })
    begin(job).catch(outcome.reject)
    return outcome.promise
  }

  const take = (task: DocumentTask, outcome: Outcome): FileReading => {
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

  return {
    width: inFlight,
    read: async (task) => {
      const size = task.source.bytes.length
      while (queuedBytes > 0 && queuedBytes + size > MAX_QUEUED_BYTES) await wait(RETRY_DELAY_MS)
      queuedBytes += size
      const job = makeJob(task)
      try {
        return take(task, await Promise.race([run(job), watch.gone]))
      } finally {
        queuedBytes -= size
        pending.delete(job.id)
        await repeat(() => queue.remove(job.id))
      }
    },
    close: async () => {
      clearInterval(timer)
      watch.close()
      await closeAll([events, queue])
    },
  }
}
