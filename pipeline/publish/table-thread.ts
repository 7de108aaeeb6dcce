import { parentPort, workerData } from 'node:worker_threads'
import { keepCompiledCode } from '../io/compile-cache.ts'

// A thread that writes some of the files of the tables, see threaded-tables.ts.

keepCompiledCode()
// imported only now, so that it is kept, too
const { writeTables } = await import('./write-tables.ts')
if (parentPort) writeTables(workerData, parentPort)
