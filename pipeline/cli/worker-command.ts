import { EXIT, type ExitCode } from '../io/cli-error.ts'
import { parseQueueAddress, runWorker } from '../queue/index.ts'
import { limitsOf } from './limits-of.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

/** The options of `cyberwellness worker`. */
export interface WorkerOptions {
  readonly queue: string
  readonly jobs: number
  /** False where nothing is cached. */
  readonly cache: string | false
}

/** Reads documents of a queue until a signal ends it. */
export const runWorkerCommand = async (options: WorkerOptions, terminal: Terminal): Promise<ExitCode> => {
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  const request = {
    jobs: options.jobs,
    limits: limitsOf(options),
    cache: options.cache === false ? undefined : options.cache,
  }
  const control = { stop: stop.signal, say: (sentence: string) => terminal.err(`${oneLine(sentence)}\n`) }
  const read = await runWorker(parseQueueAddress(options.queue), request, control)
  terminal.err(`Ended after ${read} documents.\n`)
  return EXIT.good
}
