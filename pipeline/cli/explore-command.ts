import { Command } from 'commander'
import { inputOption, wholeNumber } from './options.ts'
import type { CommandContext } from './terminal.ts'

interface ExploreOptions {
  readonly release: string
  readonly input: readonly string[]
  readonly port: number
}

const DEFAULT_PORT = 8420

const describeSources = (count: number): string => {
  if (count === 0) return 'source pages are redrawn from extracted text'
  return count === 1
    ? '1 source document is drawn from its file'
    : `${count} source documents are drawn from their files`
}

const waitForSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

/** Serves the explorer of a release on this machine and prints its address, until it is stopped. */
export const exploreCommand = (
  { terminal }: CommandContext,
  stopped: () => Promise<void> = waitForSignal,
): Command =>
  new Command('explore')
    .description('serve the website of a release on 127.0.0.1, with the pages of its source documents')
    .requiredOption('-r, --release <folder>', 'a release that build wrote')
    .addOption(inputOption('where the source documents are, as given to build').default([]))
    .option('-p, --port <number>', 'the port; 0 for any free one', wholeNumber(0, 65_535), DEFAULT_PORT)
    .action(async ({ release, input, port }: ExploreOptions) => {
      const { releaseIndex, serveRelease } = await import('../explorer/index.ts')
      const index = await releaseIndex(release, input)
      const server = await serveRelease(index, port)
      terminal.out(`${server.address}\n`)
      terminal.err(`Serving the explorer; ${describeSources(index.sources)}. Press Ctrl+C to stop.\n`)
      await stopped()
      await server.close()
    })
