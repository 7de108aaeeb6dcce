import { releaseIndex, serveRelease } from '../explorer/index.ts'
import { EXIT, type ExitCode } from '../io/cli-error.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness explore`. */
export interface ExploreOptions {
  readonly release: string
  readonly input: readonly string[]
  readonly port: number
}

const describeSources = (count: number): string => {
  if (count === 0) return 'source pages are redrawn from extracted text'
  return count === 1
    ? '1 source document is drawn from its file'
    : `${count} source documents are drawn from their files`
}

/** Waits until the program is asked to stop. */
const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

/** Serves the explorer of a release on this machine and prints its address, until it is stopped. */
export const runExplore = async (
  options: ExploreOptions,
  terminal: Terminal,
  stopped: () => Promise<void> = untilInterrupted,
): Promise<ExitCode> => {
  const index = await releaseIndex(options.release, options.input)
  const server = await serveRelease(index, options.port)
  terminal.out(`${server.address}\n`)
  terminal.err(`Serving the explorer; ${describeSources(index.sources.size)}. Press Ctrl+C to stop.\n`)
  await stopped()
  await server.close()
  return EXIT.good
}
