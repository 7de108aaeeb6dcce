import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { OVER_MEMORY, type Watch } from './memory-watch.ts'

const MILLISECONDS_BETWEEN_LOOKS = 25
const BYTES_IN_MB = 1_000_000
const STANDARD_ERROR = 2

/** Ends the process where it has grown over the limit, or where the one that started it is gone. */
const look = ({ limit, parent }: Watch): void => {
  const orphaned = process.ppid !== parent
  if (!orphaned && process.memoryUsage.rss() <= limit * BYTES_IN_MB) return
  if (!orphaned) writeSync(STANDARD_ERROR, `${OVER_MEMORY}\n`)
  process.kill(process.pid, 'SIGKILL')
}

const watch: Watch = workerData
setInterval(look, MILLISECONDS_BETWEEN_LOOKS, watch)
