import type { MessagePort } from 'node:worker_threads'
import { batchReceiver, type SentBatch } from './sent-batch.ts'
import { type PublishedFile, stagedFile } from './staged-file.ts'
import type { TableFile } from './table-files.ts'
import { TABLE_FORMATS } from './table-formats.ts'
import { failureOf, type ThreadFailure } from './thread-failure.ts'

/** A file that a thread writes, and where. */
export interface ThreadFile extends TableFile {
  readonly path: string
}

/** What a thread is told: rows of a table, or null when all have come. */
export type ThreadOrder = { readonly table: string; readonly batch: SentBatch } | null

/** Its answer to an order; to the last one, the files that are whole now. */
export interface ThreadAnswer {
  readonly failure: ThreadFailure | null
  readonly files: readonly PublishedFile[]
}

/** Writes the files of which a thread was told, order after order, and answers each. */
export const writeTables = (files: readonly ThreadFile[], port: MessagePort): void => {
  const whole: PublishedFile[] = []
  const open = files.map(({ name, path, format, head }) => {
    const file = stagedFile(path, name, (written) => whole.push(written))
    return { table: head.table.name, file, writer: TABLE_FORMATS[format](head, file.put) }
  })
  const receivers = new Map<string, ReturnType<typeof batchReceiver>>()
  const follow = async (order: ThreadOrder): Promise<void> => {
    if (order === null) {
      for (const { file, writer } of open) {
        await writer.finish()
        file.close()
      }
      return
    }
    const receive = receivers.get(order.table) ?? batchReceiver()
    receivers.set(order.table, receive)
    const batch = receive(order.batch)
    for (const { table, writer } of open) if (table === order.table) await writer.write(batch)
  }
  let turn = Promise.resolve()
  const answer = async (order: ThreadOrder): Promise<void> => {
    try {
      await follow(order)
      port.postMessage({ failure: null, files: order === null ? whole : [] } satisfies ThreadAnswer)
    } catch (error) {
      port.postMessage({ failure: failureOf(error), files: [] } satisfies ThreadAnswer)
    }
    if (order === null) port.close()
  }
  port.on('message', (order: ThreadOrder) => {
    turn = turn.then(() => answer(order))
  })
}
