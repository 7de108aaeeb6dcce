// The process in which documents are read, see document-process.ts.
import { Socket as DatagramSocket } from 'node:dgram'
import { Socket } from 'node:net'
import { type DocumentTask, type FileReading, rejectFault } from './file-reading.ts'
import { watchMemory } from './memory-watch.ts'
import { readDocument } from './read-document.ts'

export interface ProcessResponse {
  readonly reading: FileReading
  readonly memoryBytes: number
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
process.on('message', async (task: DocumentTask) => {
  const reading = await readDocument(task).catch((error: unknown) => rejectFault(task.source.name, error))
  const response: ProcessResponse = { reading, memoryBytes: process.memoryUsage.rss() }
  process.send?.(response)
})
