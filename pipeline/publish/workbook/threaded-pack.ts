import { Worker } from 'node:worker_threads'
import { thrownBy } from '../thread-failure.ts'
import type { PackAnswer, PackOrder, SheetGrowth } from './pack-thread.ts'
import type { StartPacking } from './pack-workbook.ts'

/**
 * Packs a workbook in a thread of its own, since compressing takes as long as all else of a release. The thread starts
 * at once, and packs each sheet while its rows are being written.
 */
export const packInThread: StartPacking = (folder, name) => {
  const worker = new Worker(new URL('./pack-thread.ts', import.meta.url))
  worker.unref() // it holds nobody up before it has something to do
  const { promise, resolve, reject } = Promise.withResolvers<PackAnswer>()
  promise.catch(() => {}) // it may fail when nobody waits for it
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the thread that packs a workbook ended with ${code}`)))
  return {
    grow: (spooled, bytes) => worker.postMessage({ spooled, bytes } satisfies SheetGrowth),
    begin: (parts) => {
      worker.ref()
      worker.postMessage({ path: folder.path(name), name, parts } satisfies PackOrder)
    },
    finish: async () => {
      const answer = await promise
      if ('failure' in answer) throw thrownBy(answer.failure)
      await folder.adopt(name, answer.file)
    },
    stop: () => void worker.terminate(),
  }
}
