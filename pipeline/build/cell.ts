import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beyond, type Limits } from '../../schemas/index.ts'
import { startWithCompiledCode } from '../io/compile-cache.ts'
import { OVER_MEMORY } from './memory-watch.ts'
import type { Answer, Order } from './worker.ts'

/** The process that read a document went down, through no limit of ours. */
export class CellLost extends Error {
  override readonly name = 'CellLost'
}

/** The process may read files and start threads; it may neither write nor start a program, nor load machine code. */
export const CELL_FLAGS = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-worker',
  // with the 64 MB that V8 takes by itself, a process holds 80 MB more and reads no faster
  '--max-semi-space-size=16',
  '--disable-warning=SecurityWarning',
  '--disable-warning=ExperimentalWarning',
]

/** How much of what a process says is kept, in characters: enough for the last words of V8. */
const KEPT = 8_192

const HEAP_FULL = /heap out of memory|Allocation failed/

const MILLISECONDS = 1_000

/** A process of its own that reads one document after the other. */
export interface Cell {
  /**
   * Gives the answer to an order.
   * @throws LimitExceeded where it takes too much time or memory; the process is gone then
   * @throws CellLost where the process went down for another reason
   */
  readonly run: (order: Order) => Promise<Answer>
  /** Ends the process. */
  readonly end: () => Promise<void>
}

const lastWords = (said: string): string =>
  /FATAL ERROR: .*/.exec(said)?.[0] ?? said.trim().split('\n').at(-1)?.trim() ?? ''

const lossOf = (code: number | null, signal: string | null, said: string, limits: Limits): Error => {
  if (said.includes(OVER_MEMORY) || HEAP_FULL.test(said)) return beyond(limits, 'memory')
  const how = signal === null ? `with status ${code}` : `by ${signal}`
  return new CellLost(`its process ended ${how}: ${lastWords(said) || 'it said nothing'}`)
}

const endOf = (child: ChildProcess): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) resolve()
  child.once('exit', () => resolve())
  child.once('error', () => resolve())
  child.kill('SIGKILL')
  return promise
}

/**
 * Starts a process for documents. It is a process and not a thread since V8 takes all threads down with the one that
 * asks for too much memory at once, and since buffers, into which streams are unpacked, count to no limit of a thread.
 * @param writable the folders below which it may write
 */
export const startCell = (limits: Limits, writable: readonly string[]): Cell => {
  const mayWrite = writable.map((folder) => `--allow-fs-write=${folder}/*`)
  const code = startWithCompiledCode()
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), [String(limits.memory)], {
    serialization: 'advanced',
    execArgv: [...CELL_FLAGS, ...mayWrite, ...code.flags, `--max-old-space-size=${limits.memory}`],
    env: code.environment,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-KEPT)
  })
  // not a promise to race against: one that lives as long as the process would hold every answer until then
  let loss: Error | null = null
  const asking = new Set<(loss: Error) => void>()
  const lose = (error: Error): void => {
    loss ??= error
    for (const reject of asking) reject(loss)
  }
  child.once('error', (error) => lose(new CellLost(`its process could not be started: ${error.message}`)))
  // unlike `exit`, `close` comes after all that it said
  child.once('close', (code, signal) => lose(lossOf(code, signal, said, limits)))
  return {
    run: async (order) => {
      if (loss !== null) throw loss
      const { promise: answer, resolve, reject } = Promise.withResolvers<Answer>()
      asking.add(reject)
      const tooLong = (): void => {
        reject(beyond(limits, 'time'))
        child.kill('SIGKILL')
      }
      const timer = setTimeout(tooLong, limits.time * MILLISECONDS)
      child.once('message', resolve)
      child.send(order, (error) => {
        if (error) child.kill('SIGKILL') // its end says why
      })
      try {
        return await answer
      } finally {
        clearTimeout(timer)
        asking.delete(reject)
        child.off('message', resolve)
      }
    },
    end: () => endOf(child),
  }
}
