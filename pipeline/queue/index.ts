export { parseQueueAddress } from './queue-address.ts'
export { connectQueue, type QueuedReader } from './queued-reader.ts'
export { runWorker } from './run-worker.ts'
