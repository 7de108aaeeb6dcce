import { ReadingStopped } from '../build/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import { runWorker } from '../queue/index.ts'
import { documentServerOf, queueAddressOf } from './addresses-of.ts'
import { limitsOf } from './limits-of.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

/** The options of `cyberwellness worker`. */
export interface WorkerOptions {
  readonly queue: string
  readonly input: readonly string[]
  readonly fetchFrom?: string
  readonly jobs: number
  /** False where nothing is to be kept. */
  readonly cache: string | false
}

/** Reads documents of a queue until a signal ends it. */
export const runWorkerCommand = async (options: WorkerOptions, terminal: Terminal): Promise<ExitCode> => {
  const address = queueAddressOf(options.queue)
  const server = options.fetchFrom === undefined ? null : documentServerOf(options.fetchFrom)
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  const request = {
    places: { folders: options.input, server },
    jobs: options.jobs,
    limits: limitsOf(options),
    cache: options.cache === false ? undefined : options.cache,
  }
  const control = { stop: stop.signal, say: (sentence: string) => terminal.err(`${oneLine(sentence)}\n`) }
  try {
    terminal.err(`Ended after ${await runWorker(address, request, control)} documents.\n`)
    return EXIT.good
  } catch (error) {
    if (error instanceof ReadingStopped) throw new CliError(EXIT.nothing, error.message)
    throw error
  }
}
