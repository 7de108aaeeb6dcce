import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { beyond, type Limits } from '../../schemas/index.ts'
import type { DocumentTask } from './file-reading.ts'
import { OVER_MEMORY } from './memory-watch.ts'
import type { ProcessResponse } from './process-main.ts'

/** The process may read files and start threads; it may not write, start a program or load machine code. */
export const PROCESS_FLAGS = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-worker',
  '--disable-warning=SecurityWarning',
  '--disable-warning=ExperimentalWarning',
]

/**
 * Node.js takes compiled code only from where it may also write; the process gives that up before it reads, which these
 * versions can, see process-main.ts.
 */
const listCompiledCodeFlags = (): string[] => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const folder = process.env['NODE_COMPILE_CACHE']
  const canGiveUp = major > 26 || (major === 24 && minor >= 21)
  return folder && canGiveUp ? [`--allow-fs-write=${folder}`] : []
}

const MAX_OUTPUT_CHARACTERS = 8_192

const HEAP_FULL = /heap out of memory|Allocation failed/

const MS_IN_SECOND = 1_000

const describeCrash = (child: ChildProcess, output: string, limits: Limits): Error => {
  if (output.includes(OVER_MEMORY) || HEAP_FULL.test(output)) return beyond(limits, 'memory')
  const how = child.signalCode === null ? `with status ${child.exitCode}` : `by ${child.signalCode}`
  const lastWords = /FATAL ERROR: .*/.exec(output)?.[0] ?? output.trim().split('\n').at(-1)?.trim()
  return new Error(`its process ended ${how}: ${lastWords || 'without a message'}`)
}

/**
 * Starts a process for documents. A thread would not do: V8 ends all threads with the one that asks for too much
 * memory, and buffers count towards no limit of a thread.
 */
export const spawnDocumentProcess = (limits: Limits) => {
  const child = fork(fileURLToPath(new URL('./process-main.ts', import.meta.url)), [String(limits.memory)], {
    serialization: 'advanced',
    // a signal to the group of the parent does not end it: the parent decides what is still read
    detached: true,
    execArgv: [...PROCESS_FLAGS, ...listCompiledCodeFlags(), `--max-old-space-size=${limits.memory}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let output = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-MAX_OUTPUT_CHARACTERS)
  })
  let crash: Error | null = null
  // a function made while reading would hold the response
  const ignore = (_: Error): void => {}
  let fail = ignore
  const end = (error: Error): void => {
    crash ??= error
    fail(crash)
  }
  child.once('error', ({ message }) => end(new Error(`its process could not be started: ${message}`)))
  // unlike `exit`, `close` comes after all output
  child.once('close', () => end(describeCrash(child, output, limits)))
  return {
    /**
     * Reads a document, one after the other.
     * @throws LimitExceeded if it takes too much time or memory; the process is gone then
     * @throws Error if the process crashed
     */
    read: async (task: DocumentTask): Promise<ProcessResponse> => {
      if (crash !== null) throw crash
      const { promise, resolve, reject } = Promise.withResolvers<ProcessResponse>()
      fail = reject
      const timer = setTimeout(() => {
        reject(beyond(limits, 'time'))
        child.kill('SIGKILL')
      }, limits.time * MS_IN_SECOND)
      child.once('message', resolve)
      child.send(task, (error) => {
        if (error) child.kill('SIGKILL') // its end says why
      })
      try {
        return await promise
      } finally {
        clearTimeout(timer)
        child.off('message', resolve)
        fail = ignore
      }
    },
    end: async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

export type DocumentProcess = ReturnType<typeof spawnDocumentProcess>
