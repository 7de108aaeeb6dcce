import { Worker } from 'node:worker_threads'

/** What a process says on standard error before it ends itself for want of memory. */
export const OVER_MEMORY = 'over the memory limit'

/** What the thread that watches is told. */
export interface Watch {
  /** In MB. */
  readonly limit: number
  /** The process that started this one. */
  readonly parent: number
}

/** Heap of the thread in MB: it does next to nothing. */
const HEAP = 16

/**
 * Watches over the memory of this process, in MB, from a thread of its own: the main thread may be busy in a loop
 * that never looks up.
 */
export const watchMemory = (limit: number): void => {
  const watch: Watch = { limit, parent: process.ppid }
  const options = { workerData: watch, resourceLimits: { maxOldGenerationSizeMb: HEAP } }
  new Worker(new URL('./memory-watch-thread.ts', import.meta.url), options).unref()
}
