import { setTimeout as wait } from 'node:timers/promises'
import { type JobsOptions, Queue } from 'bullmq'
import { makeIssue } from '../../schemas/index.ts'
import { type DocumentTask, type FileReading, rejectFile } from '../build/index.ts'
import { makeJob, parseResult, queueName } from './job.ts'
import type { QueueAddress } from './queue-address.ts'
import { isTemporary, makeUnreachable, readMessage, watchRedis } from './redis.ts'

/** Attempts to read a document, each after twice the delay of the one before. */
export const MAX_ATTEMPTS = 4

/** Time between two look-ups of a job, between two counts of the workers, and before a refused request is repeated. */
const LOOK_UP_INTERVAL_MS = 400
const COUNT_INTERVAL_MS = 2_000
const RETRY_DELAY_MS = 250

/** After this time without workers the build says so. */
const WITHOUT_WORKERS_MS = 6_000

/** Bytes of all documents on the queue at a time; a single larger document is allowed. */
const MAX_QUEUED_BYTES = 256_000_000

/** Nobody reads the events of the queue, which carry results. */
const MAX_EVENTS = 64

const DAY_IN_SECONDS = 86_400

/** A build removes the results that it takes; Redis removes the others after this time. */
const JOB_OPTIONS = {
  attempts: MAX_ATTEMPTS,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: { age: 7 * DAY_IN_SECONDS },
  removeOnFail: { age: DAY_IN_SECONDS },
  stackTraceLimit: 0,
} as const satisfies JobsOptions

const rejectTask = ({ source: { name } }: DocumentTask, value: string): FileReading =>
  rejectFile(name, makeIssue('worker_failed', { document: name, value }))

/** The reading that a job resulted in; a file whose result is refused is rejected. */
const takeResult = (task: DocumentTask, result: unknown): FileReading => {
  try {
    return parseResult(task, result)
  } catch (error) {
    const reason = error instanceof Error && error.name === 'Error' ? error.message : 'it is malformed'
    return rejectTask(task, `the result of its worker is refused: ${reason}`)
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
) => {
  const watch = await watchRedis(address)
  if (watch.warning !== null) say(watch.warning)
  const queue = new Queue(queueName, {
    connection: watch.connection,
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
        return await request()
      } catch (error) {
        if (watch.isClosed()) await watch.gone
        if (!isTemporary(error)) throw makeUnreachable(address, readMessage(error))
        await wait(RETRY_DELAY_MS)
      }
    }
  }

  /**
   * Waits until the job of a task ends. It is added where it is not on the queue, also later: Redis may lose it, or
   * another build take it. One that failed for an earlier build is tried again; one that is done already is kept.
   */
  const awaitJob = async (task: DocumentTask): Promise<FileReading> => {
    const { id, data } = makeJob(task)
    if ((await repeat(() => queue.getJobState(id))) === 'failed') await repeat(() => queue.remove(id))
    for (;;) {
      const state = await repeat(() => queue.getJobState(id))
      if (state === 'unknown') await repeat(() => queue.add('read', data, { jobId: id }))
      if (state === 'completed' || state === 'failed') {
        const ended = await repeat(() => queue.getJob(id))
        if (ended?.finishedOn !== undefined) {
          await repeat(() => queue.remove(id))
          return state === 'completed'
            ? takeResult(task, ended.returnvalue)
            : rejectTask(task, ended.failedReason)
        }
      }
      await wait(LOOK_UP_INTERVAL_MS)
    }
  }

  let queuedBytes = 0
  const warnWithoutWorkers = async (): Promise<void> => {
    let workersSeenAt = performance.now()
    while (!watch.isClosed()) {
      await wait(COUNT_INTERVAL_MS, undefined, { ref: false })
      const isServed = queuedBytes === 0 || (await repeat(() => queue.getWorkersCount())) > 0
      if (isServed) workersSeenAt = performance.now()
      if (performance.now() - workersSeenAt <= WITHOUT_WORKERS_MS) continue
      say(
        'No worker with this version of the code and of Node.js is on the queue; start one by make worker QUEUE=…',
      )
      return
    }
  }
  warnWithoutWorkers().catch(() => {}) // what reads a document fails for the same reason

  const read = async (task: DocumentTask): Promise<FileReading> => {
    const size = task.source.bytes.length
    while (queuedBytes > 0 && queuedBytes + size > MAX_QUEUED_BYTES) await wait(RETRY_DELAY_MS)
    queuedBytes += size
    return awaitJob(task).finally(() => {
      queuedBytes -= size
    })
  }
  return {
    width: inFlight,
    // a request to a server that is gone may never end
    read: (task: DocumentTask) => Promise.race([read(task), watch.gone]),
    close: (): void => {
      watch.close()
      queue.disconnect().catch(() => {}) // there may be no connection
    },
  }
}
