import { writeSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'

/** What a process writes to standard error before it ends itself. */
export const OVER_MEMORY = 'over the memory limit'

const INTERVAL_MS = 25
const BYTES_IN_MB = 1_000_000
const STANDARD_ERROR = 2
const MAX_THREAD_HEAP_MB = 16

/** Ends this process if its memory exceeds a limit or its parent is gone, from a thread: the main one may be busy. */
export const watchMemory = (limitMb: number): void => {
  new Worker(new URL(import.meta.url), {
    workerData: { limitMb, parent: process.ppid },
    resourceLimits: { maxOldGenerationSizeMb: MAX_THREAD_HEAP_MB },
  }).unref()
}

const check = ({ limitMb, parent }: { readonly limitMb: number; readonly parent: number }): void => {
  const isOrphan = process.ppid !== parent
  if (!isOrphan && process.memoryUsage.rss() <= limitMb * BYTES_IN_MB) return
  if (!isOrphan) writeSync(STANDARD_ERROR, `${OVER_MEMORY}\n`)
  process.kill(process.pid, 'SIGKILL')
}

if (!isMainThread) setInterval(check, INTERVAL_MS, workerData)
