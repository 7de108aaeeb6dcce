import { Piscina } from 'piscina'
import type { ReadToStore } from './read-files.ts'

/** Worker threads for documents: pdf.js lives in them alone, since it changes natives of the thread that loads it. */
export const workerPool = (threads: number): Piscina =>
  new Piscina({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  })

/** Worker threads that are started by the first document which is not in the store. */
export interface LazyPool {
  readonly threads: number
  readonly readToStore: ReadToStore
  readonly close: () => Promise<void>
}

/** A pool of so many threads, once one is needed. */
export const lazyPool = (threads: number): LazyPool => {
  let pool: Piscina | undefined
  return {
    threads,
    readToStore: (task) => {
      pool ??= workerPool(threads)
      return pool.run(task, { name: 'store' })
    },
    close: async () => pool?.destroy(),
  }
}
