// Looks up the names that the process which started this one sends, and answers each.
import { type LookupOptions, lookup } from 'node:dns'

/** A name to look up. */
export interface NameQuestion {
  readonly id: number
  readonly hostname: string
  readonly options: LookupOptions
}

process.on('message', ({ id, hostname, options }: NameQuestion) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    process.send?.({ id, code: error?.code ?? null, addresses: error ? [] : addresses })
  })
})

// Ended by a signal, for a process that ends by itself waits for its look-ups.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
