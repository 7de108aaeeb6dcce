import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Job, WaitingError, Worker, type WorkerOptions } from 'bullmq'
import type { Limits } from '../../schemas/index.ts'
import { cacheReader, createProcessPool, type DocumentTask, isFinal } from '../build/index.ts'
import { parseJob, queueName } from './job.ts'
import type { QueueAddress } from './queue-address.ts'
import { MAX_ATTEMPTS } from './queued-reader.ts'
import { isConnectionFault, watchRedis } from './redis.ts'

/** Less than the 30 seconds after which service managers end a process. */
const MAX_CLOSE_MS = 20_000

/** How long BullMQ may take to close after that; now and then, and where the server is silent, it never does. */
const CLOSE_DELAY_MS = 1_000

const REPORT_INTERVAL_MS = 10_000

/**
 * Others take the documents of a worker that crashes after the lock time at the latest. A document may crash several
 * workers before it is given up.
 */
const WORKER_TIMES = {
  lockDuration: 8_000,
  stalledInterval: 4_000,
  maxStalledCount: 5,
  drainDelay: 2,
} as const satisfies Partial<WorkerOptions>

/** What a worker is to do. */
interface WorkerRequest {
  /** How many documents are read at a time. */
  readonly jobs: number
  readonly limits: Limits
  /** The folder of the cache; without it everything is read. */
  readonly cache?: string | undefined
  /** How long documents that were begun may still take once the worker is to stop. */
  readonly maxCloseMs?: number
  /** Aborted when the worker is to finish what it began and end. */
  readonly stop: AbortSignal
  /** Gets sentences that a person should read. */
  readonly say: (sentence: string) => void
}

const waitForAbort = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort')
}

/**
 * Reads the documents of a queue until it is stopped; what it began by then is finished or given back.
 * @returns the number of documents it read
 * @throws CliError if the queue cannot be used
 */
export const runWorker = async (address: QueueAddress, request: WorkerRequest): Promise<number> => {
  const { jobs, limits, cache, maxCloseMs = MAX_CLOSE_MS, stop, say } = request
  const watch = await watchRedis(address)
  const pool = createProcessPool(jobs, limits)
  const reader = cacheReader(pool, cache, say)
  const abandon = new AbortController()
  const abandoned = waitForAbort(abandon.signal)

  /** A fault of the reader is a result only after the last attempt. */
  const readTask = async (task: DocumentTask, attempt: number): Promise<string> => {
    const reading = await reader.read(task)
    if (attempt >= MAX_ATTEMPTS || isFinal(reading)) return JSON.stringify(reading)
    throw new Error(reading.rejected.map(({ message }) => message).join(' '))
  }

  const processJob = async (job: Job, token?: string): Promise<string> => {
    const result = readTask(parseJob(job.id, job.data), job.attemptsMade + 1)
    const done = await Promise.race([result, abandoned])
    if (done) return done
    result.catch(() => {}) // nobody waits for it any more
    await job.moveToWait(token)
    throw new WaitingError()
  }

  const worker = new Worker(queueName, processJob, {
    connection: watch.connection,
    skipVersionCheck: true,
    concurrency: pool.width,
    ...WORKER_TIMES,
  })
  let read = 0
  worker.on('completed', () => {
    read += 1
  })
  worker.on('failed', (job, error) => say(`${String(job?.data?.task?.facts?.name)}: ${error.message}`))
  worker.on('error', (error) => {
    if (!isConnectionFault(error)) say(error.message)
  })

  let reported = 0
  const timer = setInterval(() => {
    if (read > reported) say(`Read ${read} documents.`)
    reported = read
  }, REPORT_INTERVAL_MS)

  try {
    say(`Waiting for documents from ${address.shown}.`)
    await Promise.race([waitForAbort(stop), watch.gone])
    const closed = worker.close()
    const late = setTimeout(() => abandon.abort(), maxCloseMs)
    await Promise.race([closed, wait(maxCloseMs + CLOSE_DELAY_MS, undefined, { ref: false }), watch.gone])
    clearTimeout(late)
    return read
  } finally {
    clearInterval(timer)
    watch.close()
    const late = new AbortController()
    await Promise.race([worker.close(true), wait(CLOSE_DELAY_MS, undefined, late)])
    late.abort()
    worker.disconnect().catch(() => {}) // there may be no connection
    await pool.destroy()
  }
}
