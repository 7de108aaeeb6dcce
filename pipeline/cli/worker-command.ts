import { Command } from 'commander'
import { addOptions, options, readLimits } from './options.ts'
import { type CommandContext, sayOn } from './terminal.ts'

interface WorkerOptions {
  readonly queue: string
  readonly jobs: number
  /** False with `--no-cache`. */
  readonly cache: string | false
}

export const workerCommand = ({ terminal }: CommandContext): Command =>
  addOptions(
    new Command('worker').description(
      'read documents from a queue for builds on other machines, until SIGTERM',
    ),
    [
      options.queue('the queue').makeOptionMandatory(),
      options.jobs(),
      ...options.cache(),
      ...options.limits(['time', 'memory']),
    ],
  ).action(async ({ queue, jobs, cache, ...given }: WorkerOptions) => {
    const { parseQueueAddress, runWorker } = await import('../queue/index.ts')
    const stop = new AbortController()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
    const say = sayOn(terminal)
    const request = { jobs, limits: readLimits(given), cache: cache || undefined, stop: stop.signal, say }
    say(`Ended after ${await runWorker(parseQueueAddress(queue), request)} documents.`)
  })
