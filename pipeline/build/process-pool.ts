import { LimitExceeded, type Limits } from '../../schemas/index.ts'
import { type DocumentProcess, spawnDocumentProcess } from './document-process.ts'
import { type DocumentReader, type DocumentTask, readerFault, rejectFile } from './file-reading.ts'
import type { ProcessAnswer, ProcessRequest } from './process-main.ts'
import type { DocumentView } from './read-document.ts'

const BYTES_IN_MB = 1_000_000

/** A process that holds more than this share of its limit after a document is replaced before the next. */
const RECYCLE_AT_MEMORY_SHARE = 0.5

/** Reads documents in processes of their own; what one document does to its process costs no other. */
export interface ProcessPool extends DocumentReader {
  /** Shows the runs and lines of a document. */
  readonly view: (task: DocumentTask) => Promise<DocumentView>
  /** Ends all processes; nothing more is read. */
  readonly destroy: () => Promise<void>
}

/** The place of one process, which may be empty. */
interface Slot {
  process: DocumentProcess | null
}

/** Starts `size` processes, each when it is first needed. The time of a document begins when its turn comes. */
export const createProcessPool = (size: number, limits: Limits): ProcessPool => {
  const slots = Array.from({ length: size }, (): Slot => ({ process: null }))
  const idle = [...slots]
  const waiting: ((slot: Slot) => void)[] = []
  let isOver = false

  const acquire = (): Promise<Slot> => {
    const slot = idle.pop()
    return slot ? Promise.resolve(slot) : new Promise((resolve) => waiting.push(resolve))
  }
  const release = (slot: Slot): void => {
    const next = waiting.shift()
    if (next) next(slot)
    else idle.push(slot)
  }
  const recycle = async (slot: Slot): Promise<void> => {
    const ended = slot.process
    slot.process = null
    await ended?.end()
  }

  /** A process may crash because of what it read before, so a document is blamed only in a fresh one. */
  const requestIn = async (slot: Slot, request: ProcessRequest): Promise<ProcessAnswer> => {
    const isFresh = slot.process === null
    slot.process ??= spawnDocumentProcess(limits)
    try {
      const { answer, memoryBytes } = await slot.process.request(request)
      if (memoryBytes > limits.memory * BYTES_IN_MB * RECYCLE_AT_MEMORY_SHARE) await recycle(slot)
      return answer
    } catch (error) {
      await recycle(slot)
      const isTime = error instanceof LimitExceeded && error.limit === 'time'
      if (isFresh || isTime) throw error
      return requestIn(slot, request)
    }
  }

  const run = async (request: ProcessRequest): Promise<ProcessAnswer> => {
    const slot = await acquire()
    try {
      // nobody would end a process that is started now
      if (isOver) throw new Error('its pool of processes is over')
      return await requestIn(slot, request)
    } finally {
      release(slot)
    }
  }

  const toError = (answer: ProcessAnswer): Error => {
    if (!('fault' in answer)) return new Error('its process gave another answer than it was asked for')
    const { limit, message } = answer.fault
    return limit === null ? new Error(message) : new LimitExceeded(limit, message)
  }

  return {
    width: 2 * size,
    read: async (task) => {
      try {
        const answer = await run({ name: 'read', task })
        if ('reading' in answer) return answer.reading
        throw toError(answer)
      } catch (error) {
        return rejectFile(task.source.name, readerFault(task.source.name, error))
      }
    },
    view: async (task) => {
      try {
        const answer = await run({ name: 'view', task })
        if ('view' in answer) return answer.view
        throw toError(answer)
      } catch (error) {
        return { message: readerFault(task.source.name, error).message }
      }
    },
    destroy: async () => {
      isOver = true
      await Promise.all(slots.map(recycle))
    },
  }
}
