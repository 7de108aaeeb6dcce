export { DocumentServerMalformed, parseDocumentServer } from './document-server.ts'
export { parseQueueAddress, QueueAddressMalformed } from './queue-address.ts'
export { type QueuedReader, queuedReader } from './queued-reader.ts'
export { runWorker } from './run-worker.ts'
