export { parseQueueAddress } from './queue-address.ts'
export { connectQueue } from './queued-reader.ts'
export { runWorker } from './run-worker.ts'
