import { type ChildProcess, fork } from 'node:child_process'
import type { LookupAddress, LookupOptions } from 'node:dns'
import { z } from 'zod'
import type { NameQuestion } from './name-lookup-process.ts'

/** Looks up all addresses of a name. */
export type Lookup = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** Looks names up until it is closed. */
export interface NameLookup {
  readonly lookup: Lookup
  /** Gives up what is being looked up; nobody is told. */
  readonly close: () => void
}

const PROGRAM = new URL('name-lookup-process.ts', import.meta.url)

const answered = z.strictObject({
  id: z.int(),
  code: z.string().nullable(),
  addresses: z.array(z.strictObject({ address: z.string(), family: z.int() })),
})

const lookupError = (code: string, hostname: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${hostname} cannot be looked up (${code})`), {
    code,
    syscall: 'getaddrinfo',
    hostname,
  })

/**
 * Looks names up as the system does, in a process of its own, which is started for the first name. The system may try
 * for half a minute and cannot be told to stop, and no process ends before its look-ups do, but for one that is killed.
 */
export const startNameLookup = (program: URL = PROGRAM): NameLookup => {
  const asked = new Map<number, { readonly hostname: string; readonly callback: Parameters<Lookup>[2] }>()
  let questions = 0
  let child: ChildProcess | null = null
  const start = (): ChildProcess => {
    const started = fork(program, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    const ended = (): void => {
      if (child !== started) return
      child = null
      for (const { hostname, callback } of asked.values()) callback(lookupError('EAI_FAIL', hostname), [])
      asked.clear()
    }
    started.on('exit', ended).on('error', ended)
    started.on('message', (message) => {
      const { id, code, addresses } = answered.parse(message)
      const question = asked.get(id)
      asked.delete(id)
      if (code === null) question?.callback(null, addresses)
      else question?.callback(lookupError(code, question.hostname), [])
    })
    return started
  }
  return {
    lookup: (hostname, options, callback) => {
      child ??= start()
      const question: NameQuestion = { id: questions++, hostname, options }
      asked.set(question.id, { hostname, callback })
      child.send(question, (error) => error && child?.emit('error', error))
    },
    close: () => {
      asked.clear()
      child?.kill('SIGKILL')
      child = null
    },
  }
}
