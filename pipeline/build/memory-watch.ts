import { writeSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'

/** What a process says on standard error before it ends itself. */
export const OVER_MEMORY = 'over the memory limit'

const INTERVAL_MS = 25
const BYTES_IN_MB = 1_000_000
const STANDARD_ERROR = 2
const THREAD_HEAP_MB = 16

/** What the thread that watches needs to know. */
interface Watch {
  readonly limitMb: number
  /** The process that started this one. */
  readonly parent: number
}

/**
 * Ends this process where its memory exceeds a limit, or its parent is gone. It watches from a thread, since the main
 * thread may be busy.
 */
export const watchMemory = (limitMb: number): void => {
  const watch: Watch = { limitMb, parent: process.ppid }
  const resourceLimits = { maxOldGenerationSizeMb: THREAD_HEAP_MB }
  new Worker(new URL(import.meta.url), { workerData: watch, resourceLimits }).unref()
}

const check = ({ limitMb, parent }: Watch): void => {
  const isOrphan = process.ppid !== parent
  if (!isOrphan && process.memoryUsage.rss() <= limitMb * BYTES_IN_MB) return
  if (!isOrphan) writeSync(STANDARD_ERROR, `${OVER_MEMORY}\n`)
  process.kill(process.pid, 'SIGKILL')
}

if (!isMainThread) setInterval(check, INTERVAL_MS, workerData)
