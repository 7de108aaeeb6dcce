import { LimitExceeded, type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import { type Cell, startCell } from './cell.ts'
import type { DocumentResult } from './read-document.ts'
import type { ReadToStore } from './read-files.ts'
import { readerFault } from './reader-fault.ts'
import type { Answer, Order, ReadTask, Result, ViewResult } from './worker.ts'

const BYTES_IN_MB = 1_000_000

/** A process that holds more than this share of its limit after a document is replaced before the next. */
const WORN_OUT = 0.5

/** Reads documents in processes of their own; what one document does to its process costs no other. */
export interface WorkerPool {
  /** The results of a file. Limits that it exceeds and faults of the reader come back as issues. */
  readonly read: (task: ReadTask) => Promise<readonly DocumentResult[]>
  /** The runs and lines of a file. */
  readonly view: (task: ReadTask) => Promise<ViewResult>
  /** Reads a document to the store. */
  readonly store: ReadToStore
  /** Ends the processes that read nothing just now; each is started again when it is needed. */
  readonly rest: () => Promise<void>
  /** Ends all processes; nothing may be waited for then, and nothing more is read. */
  readonly destroy: () => Promise<void>
}

/** The place of one process, which may be empty. */
interface Lane {
  readonly start: () => Cell
  cell: Cell | null
}

/** A process that went down may owe it to what it read before, so that only a fresh one is believed. */
const answerIn = async (lane: Lane, order: Order): Promise<Answer> => {
  const fresh = lane.cell === null
  const cell = lane.cell ?? lane.start()
  lane.cell = cell
  try {
    const answer = await cell.run(order)
    if (answer.memory > order.limits.memory * BYTES_IN_MB * WORN_OUT) {
      lane.cell = null
      await cell.end()
    }
    return answer
  } catch (error) {
    lane.cell = null
    await cell.end()
    const isTime = error instanceof LimitExceeded && error.limit === 'time'
    if (fresh || isTime) throw error
    return answerIn(lane, order)
  }
}

const resultIn = ({ result, failure }: Answer): Result => {
  if (failure === undefined) return result
  throw failure.limit === null
    ? new Error(failure.message)
    : new LimitExceeded(failure.limit, failure.message)
}

const given = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('a process gave no answer to what it was asked')
  return value
}

/**
 * A pool of so many processes, each started when it is first needed. The time of a document begins when its turn comes.
 * @param writable the folders below which the processes may write
 */
export const workerPool = (
  size: number,
  limits: Limits = USUAL_LIMITS,
  writable: readonly string[] = [],
): WorkerPool => {
  const start = (): Cell => startCell(limits, writable)
  const lanes = Array.from({ length: size }, (): Lane => ({ start, cell: null }))
  const idle = [...lanes]
  const waiting: ((lane: Lane) => void)[] = []
  let isOver = false
  const acquire = (): Promise<Lane> => {
    const lane = idle.pop()
    return lane ? Promise.resolve(lane) : new Promise((resolve) => waiting.push(resolve))
  }
  const run = async (order: Order): Promise<Result> => {
    const lane = await acquire()
    try {
      // a process that is started now would be ended by nobody
      if (isOver) throw new Error('its pool of processes is over')
      return resultIn(await answerIn(lane, order))
    } finally {
      const next = waiting.shift()
      if (next) next(lane)
      else idle.push(lane)
    }
  }
  return {
    read: async (task) => {
      try {
        return given((await run({ name: 'read', task, limits })).results)
      } catch (error) {
        return [{ file: task.file.name, rows: null, issues: [readerFault(task.file.name, error)] }]
      }
    },
    view: async (task) => {
      try {
        return given((await run({ name: 'view', task, limits })).view)
      } catch (error) {
        return { message: readerFault(task.file.name, error).message }
      }
    },
    store: async (task) => given((await run({ name: 'store', task, limits })).stored),
    rest: async () => {
      const cells = idle.map((lane) => {
        const { cell } = lane
        lane.cell = null
        return cell?.end()
      })
      await Promise.all(cells)
    },
    destroy: async () => {
      isOver = true
      await Promise.all(lanes.map((lane) => lane.cell?.end()))
    },
  }
}
