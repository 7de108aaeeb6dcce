import { Command } from 'commander'
import { addOptions, cacheOptions, jobsOption, limitOptions, queueOption, readLimits } from './options.ts'
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
      queueOption('the queue').makeOptionMandatory(),
      jobsOption(),
      ...cacheOptions(),
      ...limitOptions(['time', 'memory']),
    ],
  ).action(async ({ queue, jobs, cache, ...options }: WorkerOptions) => {
    const { parseQueueAddress, runWorker } = await import('../queue/index.ts')
    const stop = new AbortController()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
    const request = { jobs, limits: await readLimits(options), cache: cache || undefined }
    const say = sayOn(terminal)
    say(
      `Ended after ${await runWorker(parseQueueAddress(queue), request, { stop: stop.signal, say })} documents.`,
    )
  })
