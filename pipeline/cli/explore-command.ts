import { once } from 'node:events'
import { Command } from 'commander'
import { options, wholeNumber } from './options.ts'
import { type CommandContext, sayOn } from './terminal.ts'
import { plural } from './terminal-text.ts'

interface ExploreOptions {
  readonly release: string
  readonly input: readonly string[]
  readonly port: number
}

const DEFAULT_PORT = 8420

const waitForSignal = (): Promise<unknown> =>
  Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])

/** Serves the explorer of a release on this machine and prints its address, until it is stopped. */
export const exploreCommand = ({ terminal }: CommandContext, waitForStop = waitForSignal): Command =>
  new Command('explore')
    .description('serve the website of a release on 127.0.0.1, with the pages of its source documents')
    .requiredOption('-r, --release <folder>', 'a release that build wrote')
    .addOption(options.input('source documents, as given to build').default([]))
    .option('-p, --port <number>', 'the port; 0 for any free one', wholeNumber(0, 65_535), DEFAULT_PORT)
    .action(async ({ release, input, port }: ExploreOptions) => {
      const { releaseIndex, serveRelease } = await import('../explorer/index.ts')
      const index = await releaseIndex(release, input)
      const server = await serveRelease(index, port)
      const sources =
        index.sources === 0
          ? 'source pages are redrawn from extracted text'
          : `the pages of ${plural(index.sources, 'source document')} are drawn from files`
      terminal.out(`${server.address}\n`)
      sayOn(terminal)(`Serving the explorer; ${sources}. Press Ctrl+C to stop.`)
      await waitForStop()
      await server.close()
    })
