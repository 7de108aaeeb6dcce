import { setTimeout as wait } from 'node:timers/promises'
import { Queue, QueueEvents } from 'bullmq'
import { makeIssue } from '../../schemas/index.ts'
import {
  type DocumentReader,
  DocumentUnread,
  keepTexts,
  type StoreResult,
  type StoreTask,
} from '../build/index.ts'
import { checkResult, ResultRefused } from './checked-result.ts'
import { closeAll } from './close-all.ts'
import { evictionWarning } from './eviction.ts'
import { type JobMessage, jobId, jobOf } from './job-data.ts'
import { type JobResult, unpackResult } from './packed-result.ts'
import { type QueueAddress, unreachable } from './queue-address.ts'
import { connectionTo, EVENTS_KEPT, JOB_OPTIONS, queueName } from './queue-settings.ts'
import { mayPass } from './redis-fault.ts'
import { watchRedis } from './redis-watch.ts'

/** How often jobs are asked for of which no event came, in milliseconds. */
const SWEEP = 2_000

/** How long it waits before it asks Redis again for what was refused for now, in milliseconds. */
const PAUSE = 250

/** After how many of these the want of workers is told of. */
const SWEEPS_WITHOUT_WORKERS = 3

/** What a reader by way of the queue is to do. */
export interface QueuedReading {
  /** Whether the pages are wanted beside the rows. */
  readonly pages: boolean
  /** How many documents are in the queue at a time; what the queue holds never grows beyond. */
  readonly inFlight: number
  /** Told in a sentence what a person should know. */
  readonly say: (sentence: string) => void
}

/** Reads documents by workers on any machine. */
export interface QueuedReader extends DocumentReader {
  readonly close: () => Promise<void>
}

/** How a job ended: with the packed result, or with the reason why there is none. */
type Outcome = { readonly packed: unknown } | { readonly failed: string }

interface Waiting {
  readonly job: JobMessage
  readonly outcome: PromiseWithResolvers<Outcome>
}

/**
 * Connects to a queue. Each document becomes a job that the first free worker takes; its rows come back as the result
 * of the job, into the store of the build, so that no disk is shared.
 * @throws QueueUnreachable
 */
export const queuedReader = async (address: QueueAddress, reading: QueuedReading): Promise<QueuedReader> => {
  const watch = watchRedis(address)
  await watch.ready
  const warning = evictionWarning(await watch.info())
  if (warning !== null) reading.say(warning)

  const connection = connectionTo(address, watch.isOver)
  const queue = new Queue(queueName(), {
    connection,
    skipVersionCheck: true,
    defaultJobOptions: JOB_OPTIONS,
    streams: { events: { maxLen: EVENTS_KEPT } },
  })
  const events = new QueueEvents(queueName(), { connection, skipVersionCheck: true })
  const ignore = (): void => {} // the watch tells when Redis is gone
  queue.on('error', ignore)
  events.on('error', ignore)
  await Promise.race([events.waitUntilReady(), watch.gone])

  const waiting = new Map<string, Waiting>()

  /**
   * Asks Redis for something until it is done or the server is gone: what it has no room for now it may have later, and
   * no document is to blame.
   * @throws QueueUnreachable
   */
  const steadily = async <Value>(request: () => Promise<Value>): Promise<Value> => {
    for (;;) {
      try {
        return await Promise.race([request(), watch.gone])
      } catch (error) {
        if (watch.isOver()) await watch.gone
        if (!mayPass(error)) throw unreachable(address, error)
        await wait(PAUSE)
      }
    }
  }
  const ask = (id: string, job: JobMessage): Promise<unknown> =>
    steadily(() => queue.add('read', job, { jobId: id }))
  const settle = (id: string, outcome: Outcome): void => waiting.get(id)?.outcome.resolve(outcome)

  /** Looks a job up. One that is gone, since Redis lost it or another build took it, is asked for again. */
  const lookUp = async (id: string): Promise<void> => {
    const job = await steadily(() => queue.getJob(id))
    const entry = waiting.get(id)
    if (entry === undefined) return
    if (job === undefined) await ask(id, entry.job)
    else if (typeof job.returnvalue === 'string') settle(id, { packed: job.returnvalue })
    else if (job.finishedOn !== undefined) settle(id, { failed: job.failedReason })
  }
  const fail = (error: unknown): void => {
    for (const { outcome } of waiting.values()) outcome.reject(error)
  }
  events.on('completed', ({ jobId, returnvalue }) => settle(jobId, { packed: returnvalue }))
  events.on('failed', ({ jobId }) => void lookUp(jobId).catch(fail))
  watch.gone.catch(fail)

  let sweepsWithoutWorkers = 0
  const sweep = async (): Promise<void> => {
    await Promise.all([...waiting.keys()].map(lookUp))
    if (waiting.size === 0 || sweepsWithoutWorkers >= SWEEPS_WITHOUT_WORKERS) return
    sweepsWithoutWorkers =
      (await steadily(() => queue.getWorkersCount())) === 0 ? sweepsWithoutWorkers + 1 : 0
    if (sweepsWithoutWorkers < SWEEPS_WITHOUT_WORKERS) return
    reading.say(
      'No worker with this version of the code and of Node.js is on the queue; start one by make worker QUEUE=…',
    )
  }
  let sweeping = false
  const timer = setInterval(() => {
    if (sweeping) return
    sweeping = true
    sweep()
      .catch(fail)
      .finally(() => {
        sweeping = false
      })
  }, SWEEP)

  /** A job that is done already is taken; one that failed for a build before this one is tried again. */
  const begin = async (id: string, job: JobMessage): Promise<void> => {
    const before = await steadily(() => queue.getJob(id))
    if (before?.finishedOn !== undefined && typeof before.returnvalue !== 'string') {
      await steadily(() => before.remove())
    }
    await ask(id, job)
    if (before !== undefined) await lookUp(id)
  }

  const outcomeOf = (id: string, job: JobMessage): Promise<Outcome> => {
    const known = waiting.get(id)
    if (known) return known.outcome.promise
    const outcome = Promise.withResolvers<Outcome>()
    waiting.set(id, { job, outcome })
    begin(id, job).catch(outcome.reject)
    return outcome.promise
  }

  const take = ({ source, stored }: StoreTask, outcome: Outcome): StoreResult => {
    const unread = (reason: string): DocumentUnread =>
      new DocumentUnread(makeIssue('worker_failed', { document: source.name, value: reason }))
    if ('failed' in outcome) throw unread(outcome.failed)
    const result = ((): JobResult => {
      try {
        const unpacked = unpackResult(outcome.packed)
        if (!('unread' in unpacked)) checkResult(source, unpacked)
        return unpacked
      } catch (error) {
        throw unread(
          error instanceof ResultRefused ? error.message : 'what its worker gave back is no result',
        )
      }
    })()
    if ('unread' in result) throw new DocumentUnread({ ...result.unread, document: source.name })
    if (result.kept !== null) keepTexts(stored, result.kept)
    return { reading: result.reading, outdated: result.outdated }
  }

  return {
    width: reading.inFlight,
    readToStore: async (task) => {
      const job = jobOf(task, reading.pages)
      const id = jobId(job)
      const outcome = await Promise.race([outcomeOf(id, job), watch.gone])
      try {
        return take(task, outcome)
      } finally {
        waiting.delete(id)
        await steadily(() => queue.remove(id))
      }
    },
    close: async () => {
      clearInterval(timer)
      watch.close()
      await closeAll([events, queue])
    },
  }
}
