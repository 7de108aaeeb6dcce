import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beyond, type Limits } from '../../schemas/index.ts'
import { OVER_MEMORY } from './memory-watch.ts'
import type { ProcessRequest, ProcessResponse } from './process-main.ts'

/** The process may read files and start threads; it may not write, start a program or load machine code. */
export const PROCESS_FLAGS = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-worker',
  '--disable-warning=SecurityWarning',
  '--disable-warning=ExperimentalWarning',
]

/** Enough for the last words of V8. */
const MAX_OUTPUT_CHARACTERS = 8_192

const HEAP_FULL = /heap out of memory|Allocation failed/

const MS_IN_SECOND = 1_000

/** A process that reads one document after the other. */
export interface DocumentProcess {
  /**
   * Sends a request and waits for the response.
   * @throws LimitExceeded where it takes too much time or memory; the process is gone then
   * @throws Error where the process crashed
   */
  readonly request: (request: ProcessRequest) => Promise<ProcessResponse>
  readonly end: () => Promise<void>
}

const describeCrash = (code: number | null, signal: string | null, output: string, limits: Limits): Error => {
  if (output.includes(OVER_MEMORY) || HEAP_FULL.test(output)) return beyond(limits, 'memory')
  const how = signal === null ? `with status ${code}` : `by ${signal}`
  const lastWords = /FATAL ERROR: .*/.exec(output)?.[0] ?? output.trim().split('\n').at(-1)?.trim()
  return new Error(`its process ended ${how}: ${lastWords || 'without a message'}`)
}

const endProcess = (child: ChildProcess): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) resolve()
  child.once('exit', () => resolve())
  child.once('error', () => resolve())
  child.kill('SIGKILL')
  return promise
}

/**
 * Starts a process for documents. A thread would not do: V8 ends all threads with the one that asks for too much
 * memory, and buffers count towards no limit of a thread.
 */
export const spawnDocumentProcess = (limits: Limits): DocumentProcess => {
  const child = fork(fileURLToPath(new URL('./process-main.ts', import.meta.url)), [String(limits.memory)], {
    serialization: 'advanced',
    // a signal to the group of the parent does not end it: the parent decides what is still read
    detached: true,
    execArgv: [...PROCESS_FLAGS, `--max-old-space-size=${limits.memory}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let output = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-MAX_OUTPUT_CHARACTERS)
  })
  let crash: Error | null = null
  // a promise to race against would hold every response for as long as the process lives
  const waiting = new Set<(crash: Error) => void>()
  const crashed = (error: Error): void => {
    crash ??= error
    for (const reject of waiting) reject(crash)
  }
  child.once('error', (error) => crashed(new Error(`its process could not be started: ${error.message}`)))
  // unlike `exit`, `close` comes after all output
  child.once('close', (code, signal) => crashed(describeCrash(code, signal, output, limits)))
  return {
    request: async (request) => {
      if (crash !== null) throw crash
      const { promise: response, resolve, reject } = Promise.withResolvers<ProcessResponse>()
      waiting.add(reject)
      const stop = (): void => {
        reject(beyond(limits, 'time'))
        child.kill('SIGKILL')
      }
      const timer = setTimeout(stop, limits.time * MS_IN_SECOND)
      child.once('message', resolve)
      child.send(request, (error) => {
        if (error) child.kill('SIGKILL') // its end says why
      })
      try {
        return await response
      } finally {
        clearTimeout(timer)
        waiting.delete(reject)
        child.off('message', resolve)
      }
    },
    end: () => endProcess(child),
  }
}
