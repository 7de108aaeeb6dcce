import pLimit from 'p-limit'
import { LimitExceeded, type Limits } from '../../schemas/index.ts'
import { type DocumentProcess, spawnDocumentProcess } from './document-process.ts'
import { type DocumentReader, type DocumentTask, type FileReading, rejectFault } from './file-reading.ts'

const BYTES_IN_MB = 1_000_000

/** A process that holds more than this share of its limit after a document is replaced before the next. */
const RECYCLE_AT_MEMORY_SHARE = 0.5

/** Reads documents in processes of their own; what one document does to its process costs no other. */
export interface ProcessPool extends DocumentReader {
  /** Ends all processes; nothing more is read. */
  readonly destroy: () => Promise<void>
}

/** Starts at most `size` processes, when they are needed. The time of a document begins when its turn comes. */
export const createProcessPool = (size: number, limits: Limits): ProcessPool => {
  const limit = pLimit(size)
  const all = new Set<DocumentProcess>()
  const idle: DocumentProcess[] = []
  let isOver = false

  const end = async (ended: DocumentProcess): Promise<void> => {
    all.delete(ended)
    await ended.end()
  }

  const readIn = async (used: DocumentProcess | undefined, task: DocumentTask): Promise<FileReading> => {
    // nobody would end a process that is started now
    if (isOver) throw new Error('its process pool has ended')
    const own = used ?? spawnDocumentProcess(limits)
    all.add(own)
    try {
      const { reading, memoryBytes } = await own.read(task)
      if (memoryBytes > limits.memory * BYTES_IN_MB * RECYCLE_AT_MEMORY_SHARE) await end(own)
      else idle.push(own)
      return reading
    } catch (error) {
      await end(own)
      // it may have crashed because of what it read before, so a document is blamed only in a fresh process
      const isTime = error instanceof LimitExceeded && error.limit === 'time'
      if (used === undefined || isTime) throw error
      return readIn(undefined, task)
    }
  }

  return {
    width: 2 * size,
    read: async (task) => {
      const { name } = task.source
      try {
        return await limit(() => readIn(idle.pop(), task))
      } catch (error) {
        return rejectFault(name, error)
      }
    },
    destroy: async () => {
      isOver = true
      await Promise.all([...all].map(end))
    },
  }
}
