import { Command, Option } from 'commander'
import { cacheOptions, inputOption, jobsOption, limitOptions, queueOption, readLimits } from './options.ts'
import type { CommandContext } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

interface WorkerOptions {
  readonly queue: string
  readonly input: readonly string[]
  readonly fetchFrom?: string
  readonly jobs: number
  /** False with `--no-cache`. */
  readonly cache: string | false
}

/** Reads documents from a queue until a signal ends it. */
export const workerCommand = ({ terminal }: CommandContext): Command => {
  const command = new Command('worker')
    .description('read documents for builds on other machines, until SIGTERM')
    .addOption(queueOption('the queue').makeOptionMandatory())
    .addOption(inputOption('the folders that the build reads, or copies of them').default(['raw']))
    .addOption(
      new Option(
        '--fetch-from <url>',
        'a static server with these files, by name or SHA-256, for those that no folder has',
      ).env('CYBERWELLNESS_FETCH_FROM'),
    )
    .addOption(jobsOption())
  for (const option of [...cacheOptions(), ...limitOptions(['time', 'memory'])]) command.addOption(option)
  return command.action(async (options: WorkerOptions) => {
    const { parseDocumentServer, parseQueueAddress, runWorker } = await import('../queue/index.ts')
    const address = parseQueueAddress(options.queue)
    const server = options.fetchFrom === undefined ? null : parseDocumentServer(options.fetchFrom)
    const stop = new AbortController()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
    const request = {
      places: { folders: options.input, server },
      jobs: options.jobs,
      limits: await readLimits(options),
      cache: options.cache === false ? undefined : options.cache,
    }
    const say = (sentence: string): void => terminal.err(`${oneLine(sentence)}\n`)
    const read = await runWorker(address, request, { stop: stop.signal, say })
    terminal.err(`Ended after ${read} documents.\n`)
  })
}
