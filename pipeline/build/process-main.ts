// The process in which documents are read, see document-process.ts.
import { Socket as DatagramSocket } from 'node:dgram'
import { Socket } from 'node:net'
import { LimitExceeded, type LimitName } from '../../schemas/index.ts'
import type { DocumentTask, FileReading } from './file-reading.ts'
import { watchMemory } from './memory-watch.ts'
import { type DocumentView, readDocument, viewDocument } from './read-document.ts'

/** What the process is asked for. */
export interface ProcessRequest {
  readonly name: 'read' | 'view'
  readonly task: DocumentTask
}

/** Its answer, or why there is none. */
export type ProcessAnswer =
  | { readonly reading: FileReading }
  | { readonly view: DocumentView }
  | { readonly fault: { readonly limit: LimitName | null; readonly message: string } }

/** What the process sends back. */
export interface ProcessResponse {
  readonly answer: ProcessAnswer
  /** Memory that the process holds now. */
  readonly memoryBytes: number
}

const answer = async ({ name, task }: ProcessRequest): Promise<ProcessAnswer> => {
  try {
    return name === 'read' ? { reading: await readDocument(task) } : { view: await viewDocument(task) }
  } catch (error) {
    const limit = error instanceof LimitExceeded ? error.limit : null
    return { fault: { limit, message: error instanceof Error ? error.message : String(error) } }
  }
}

const refuseNetwork = (): never => {
  throw new Error('a document may not reach the network')
}

// HTTP, TLS and fetch open their connections by these
Socket.prototype.connect = refuseNetwork
DatagramSocket.prototype.send = refuseNetwork
DatagramSocket.prototype.connect = refuseNetwork

watchMemory(Number(process.argv[2]))
process.on('disconnect', () => process.exit())
process.on('message', async (request: ProcessRequest) => {
  const response: ProcessResponse = {
    answer: await answer(request),
    memoryBytes: process.memoryUsage.rss(),
  }
  process.send?.(response)
})
