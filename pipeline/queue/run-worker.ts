import { setTimeout as wait } from 'node:timers/promises'
import { type Job, Queue, UnrecoverableError, WaitingError, Worker } from 'bullmq'
import type { Limits } from '../../schemas/index.ts'
import { readerFault, workerPool } from '../build/index.ts'
import { openStore } from '../build/store/index.ts'
import { closeAll } from './close-all.ts'
import { BytesMissing, type BytesPlaces, documentBytes } from './document-bytes.ts'
import { type JobData, jobData, jobId } from './job-data.ts'
import { type JobResult, packResult } from './packed-result.ts'
import { processJob } from './process-job.ts'
import type { QueueAddress } from './queue-address.ts'
import { ATTEMPTS, connectionTo, queueName, WORKER_TIMES } from './queue-settings.ts'
import { isConnectionFault } from './redis-fault.ts'
import { watchRedis } from './redis-watch.ts'

/** Less than the 30 seconds after which service managers lose patience. */
const GRACE = 20_000

/** How long BullMQ may take to close when no document is being read, in milliseconds; now and then it never does. */
const CLOSING = 2_000
const STEP = 100

/** How often a worker says how far it is, in milliseconds. */
const REPORT = 10_000

/** What a worker is to do. */
export interface WorkerRequest {
  readonly places: BytesPlaces
  /** How many documents are read at a time. */
  readonly jobs: number
  readonly limits: Limits
  /** The folder that keeps what was read; without it nothing is kept. */
  readonly cache?: string | undefined
  /** How long documents that were begun may still take when the worker is told to stop, in milliseconds. */
  readonly grace?: number
}

/** What leads a worker from outside. */
export interface WorkerControl {
  /** Aborted when the worker is to finish what it began and end. */
  readonly stop: AbortSignal
  /** Told in a sentence what a person should know. */
  readonly say: (sentence: string) => void
}

const aborted = (signal: AbortSignal): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (signal.aborted) resolve()
  signal.addEventListener('abort', () => resolve(), { once: true })
  return promise
}

/**
 * What a job asks for.
 * @throws UnrecoverableError where it is none of ours, which no further attempt changes
 */
const dataOf = (job: Job): JobData => {
  const read = jobData.safeParse(job.data)
  if (!read.success) throw new UnrecoverableError('what stands on the queue is no job of this project')
  if (jobId(job.data) !== job.id) throw new UnrecoverableError('the id of the job is not that of its content')
  return read.data
}

/** A fault of the reader counts once it came back at every attempt; a file that one worker lacks, another may have. */
const resultOf = async (job: Job, data: JobData, process: () => Promise<JobResult>): Promise<JobResult> => {
  try {
    return await process()
  } catch (error) {
    if (error instanceof BytesMissing || job.attemptsMade + 1 < ATTEMPTS) throw error
    const { name } = data.facts
    return { unread: readerFault(name, error) }
  }
}

/**
 * Reads the documents of a queue until it is told to stop; what it began by then is finished or given back.
 * @returns how many documents it read
 * @throws QueueUnreachable
 */
export const runWorker = async (
  address: QueueAddress,
  request: WorkerRequest,
  { stop, say }: WorkerControl,
): Promise<number> => {
  const watch = watchRedis(address)
  await watch.ready
  const { store, close } = await openStore(request.cache ?? null)
  const pool = workerPool(request.jobs, request.limits, [store.pages, store.rows])
  const context = {
    store,
    readToStore: pool.store,
    bytesOf: ({ facts, size }: JobData) => documentBytes(facts, size, request.places),
  }
  const abandon = new AbortController()
  const givenBack = aborted(abandon.signal)

  const begun = new Set<string | undefined>()
  const processor = async (job: Job, token?: string): Promise<string> => {
    const data = dataOf(job)
    begun.add(job.id)
    const result = resultOf(job, data, () => processJob(data, context))
    const done = await Promise.race([result, givenBack])
    if (done) return packResult(done)
    result.catch(() => {}) // nobody waits for it any more
    await job.moveToWait(token)
    begun.delete(job.id)
    throw new WaitingError()
  }

  const connection = connectionTo(address, watch.isOver)
  const worker = new Worker(queueName(), processor, {
    connection,
    skipVersionCheck: true,
    concurrency: 2 * request.jobs,
    ...WORKER_TIMES,
  })
  const queue = new Queue(queueName(), { connection, skipVersionCheck: true, skipMetasUpdate: true })
  let read = 0
  worker.on('completed', (job) => {
    begun.delete(job.id)
    read += 1
  })
  worker.on('failed', (job, error) => {
    begun.delete(job?.id)
    say(`${String(job?.data?.facts?.name)}: ${error.message}`)
  })
  worker.on('error', (error) => {
    if (!isConnectionFault(error)) say(error.message)
  })
  const ignore = (): void => {} // the watch tells when Redis is gone
  queue.on('error', ignore)

  let reported = 0
  const report = async (): Promise<void> => {
    if (read === reported) return
    reported = read
    const { wait: waiting = 0, active = 0 } = await queue.getJobCounts('wait', 'active')
    say(`Read ${read} documents here; on the queue ${waiting} wait and ${active} are being read.`)
  }
  const timer = setInterval(() => void report().catch(ignore), REPORT)

  try {
    say(`Waiting for documents from ${address.shown}.`)
    await Promise.race([aborted(stop), watch.gone])
    const ended = worker.close()
    const late = setTimeout(() => abandon.abort(), request.grace ?? GRACE)
    const idle = async (): Promise<void> => {
      for (let quiet = 0; quiet < CLOSING && !watch.isOver(); quiet += STEP) {
        await wait(STEP)
        if (begun.size > 0) quiet = 0
      }
    }
    await Promise.race([ended, idle(), watch.gone])
    clearTimeout(late)
    return read
  } finally {
    clearInterval(timer)
    watch.close()
    await closeAll([{ close: () => worker.close(true) }, queue])
    await pool.destroy()
    await close()
  }
}
