// The process in which documents are read, see document-process.ts.
import { Socket as DatagramSocket } from 'node:dgram'
import { flushCompileCache } from 'node:module'
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

/** Keeps the code that was compiled up to now, and gives up the permission to write it. */
const giveUpWriting = (): void => {
  flushCompileCache()
  // the types of Node.js do not know `drop` yet
  const permission: object | undefined = process.permission
  if (permission && 'drop' in permission && typeof permission.drop === 'function')
    permission.drop('fs.write', process.env['NODE_COMPILE_CACHE'])
}

giveUpWriting()
watchMemory(Number(process.argv[2]))
process.on('disconnect', () => process.exit())
process.on('message', async (task: DocumentTask) => {
  const reading = await readDocument(task).catch((error: unknown) => rejectFault(task.source.name, error))
  const response: ProcessResponse = { reading, memoryBytes: process.memoryUsage.rss() }
  process.send?.(response)
})
