import { Command } from 'commander'
import { cacheOptions, jobsOption, limitOptions, queueOption, readLimits } from './options.ts'
import type { CommandContext } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

interface WorkerOptions {
  readonly queue: string
  readonly jobs: number
  /** False with `--no-cache`. */
  readonly cache: string | false
}

/** Reads documents from a queue until a signal ends it. */
export const workerCommand = ({ terminal }: CommandContext): Command => {
  const command = new Command('worker')
    .description('read documents for builds on other machines, until SIGTERM; the queue brings them')
    .addOption(queueOption('the queue').makeOptionMandatory())
    .addOption(jobsOption())
  for (const option of [...cacheOptions(), ...limitOptions(['time', 'memory'])]) command.addOption(option)
  return command.action(async (options: WorkerOptions) => {
    const { parseQueueAddress, runWorker } = await import('../queue/index.ts')
    const stop = new AbortController()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
    const request = {
      jobs: options.jobs,
      limits: await readLimits(options),
      cache: options.cache === false ? undefined : options.cache,
    }
    const say = (sentence: string): void => terminal.err(`${oneLine(sentence)}\n`)
    const read = await runWorker(parseQueueAddress(options.queue), request, { stop: stop.signal, say })
    terminal.err(`Ended after ${read} documents.\n`)
  })
}
