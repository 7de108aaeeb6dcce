import { Worker } from 'node:worker_threads'
import { columnsOf, type Table } from '../../schemas/index.ts'
import type { OpenReleaseSink } from './release-sink.ts'
import { batchSender, type SentBatch } from './sent-batch.ts'
import type { PublishedFile } from './staged-file.ts'
import type { StagingFolder } from './staging-folder.ts'
import { type TableFile, tableFiles } from './table-files.ts'
import type { TableFormat } from './table-formats.ts'
import { thrownBy } from './thread-failure.ts'
import type { ThreadAnswer, ThreadFile, ThreadOrder } from './write-tables.ts'

/** What each thread writes: two halves that take about as long. */
const SHARES: readonly (readonly TableFormat[])[] = [
  ['csv', 'json'],
  ['arrow', 'parquet'],
]

/** In MB: with more, a thread lets far more garbage lie about than it needs. */
const HEAP = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1_024 }

/** A thread that writes files, and where to ask it. */
interface TableThread {
  /** Has rows written, and comes back when there is room for more. */
  readonly give: (table: string, batch: SentBatch) => Promise<void>
  /** Tells that all rows have come. */
  readonly end: () => void
  /** The files, once they are whole. */
  readonly files: () => Promise<readonly PublishedFile[]>
  readonly stop: () => void
}

const startThread = (files: readonly ThreadFile[]): TableThread => {
  const worker = new Worker(new URL('./table-thread.ts', import.meta.url), {
    workerData: files,
    resourceLimits: HEAP,
  })
  const asked: PromiseWithResolvers<ThreadAnswer>[] = []
  let failure: Error | null = null
  let last: Promise<ThreadAnswer> | null = null
  const fail = (error: Error): void => {
    failure ??= error
    for (const { reject } of asked.splice(0)) reject(failure)
  }
  worker.on('message', (answer: ThreadAnswer) => {
    if (answer.failure) fail(thrownBy(answer.failure))
    else asked.shift()?.resolve(answer)
  })
  worker.once('error', fail)
  worker.once('exit', (code) => fail(new Error(`a thread that writes tables ended with ${code}`)))
  const ask = (order: ThreadOrder): Promise<ThreadAnswer> => {
    const one = Promise.withResolvers<ThreadAnswer>()
    one.promise.catch(() => {}) // it may fail when nobody waits for it
    if (failure !== null) one.reject(failure)
    else asked.push(one)
    worker.postMessage(order)
    return one.promise
  }
  return {
    give: async (table, batch) => {
      if (failure !== null) throw failure
      const before = asked.at(-1)
      ask({ table, batch })
      await before?.promise // while it writes one batch, the next may wait
    },
    end: () => {
      last = ask(null)
    },
    files: async () => (await (last ?? ask(null))).files,
    stop: () => void worker.terminate(),
  }
}

const filesOf = (
  folder: StagingFolder,
  files: readonly TableFile[],
  formats: readonly TableFormat[],
): ThreadFile[] =>
  files
    .filter(({ format }) => formats.includes(format))
    .map((file) => ({ ...file, path: folder.path(file.name) }))

/** Writes the same files as {@link openTableFiles}, byte for byte, in threads beside this one. */
export const openThreadedTables: OpenReleaseSink = (folder, info) => {
  const files = tableFiles(info)
  const threads = SHARES.map((formats) => startThread(filesOf(folder, files, formats)))
  const senders = new Map<Table, ReturnType<typeof batchSender>>()
  const senderOf = (table: Table): ReturnType<typeof batchSender> => {
    const sender = senders.get(table) ?? batchSender(columnsOf(table))
    senders.set(table, sender)
    return sender
  }
  return {
    write: async (table, batch) => {
      const sent = senderOf(table)(batch)
      await Promise.all(threads.map((thread) => thread.give(table.name, sent)))
    },
    end: () => {
      for (const thread of threads) thread.end()
    },
    finish: async () => {
      const whole = new Map<string, PublishedFile>()
      for (const thread of threads) for (const file of await thread.files()) whole.set(file.name, file)
      for (const { name } of files) await folder.adopt(name, whole.get(name))
    },
    abandon: () => {
      for (const thread of threads) thread.stop()
    },
  }
}
