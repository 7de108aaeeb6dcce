import { Worker } from 'node:worker_threads'
import type { PublishedFile } from '../staging-folder.ts'
import { thrownBy } from '../thread-failure.ts'
import type { PackAnswer, PackOrder } from './pack-thread.ts'

/** A workbook that a thread packs. */
export interface ThreadedPack {
  /** The file, once it is whole. */
  readonly file: Promise<PublishedFile>
  /** Gives it up. */
  readonly stop: () => void
}

/** Packs a workbook in a thread of its own, since compressing takes as long as all else of a release. */
export const packInThread = (order: PackOrder): ThreadedPack => {
  const worker = new Worker(new URL('./pack-thread.ts', import.meta.url), { workerData: order })
  const { promise, resolve, reject } = Promise.withResolvers<PublishedFile>()
  promise.catch(() => {}) // it may fail when nobody waits for it
  worker.once('message', (answer: PackAnswer) => {
    if ('file' in answer) resolve(answer.file)
    else reject(thrownBy(answer.failure))
  })
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the thread that packs a workbook ended with ${code}`)))
  return { file: promise, stop: () => void worker.terminate() }
}
