import { NoExplorer, PortRefused, releaseIndex, serveRelease } from '../explorer/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness explore`. */
export interface ExploreOptions {
  readonly release: string
  readonly input: readonly string[]
  readonly port: number
}

const explain = (error: unknown): never => {
  if (error instanceof NoExplorer) throw new CliError(EXIT.nothing, error.message)
  if (error instanceof PortRefused) throw new CliError(EXIT.usage, error.message)
  throw error
}

const papersText = (papers: number): string => {
  if (papers === 0) return 'papers are set again from the stored text'
  return papers === 1 ? '1 paper is drawn from its file' : `${papers} papers are drawn from their files`
}

/** Waits until the person, or the system, asks the program to stop. */
const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

/** Serves the explorer of a release on this machine, says where, and goes on until it is stopped. */
export const runExplore = async (
  options: ExploreOptions,
  terminal: Terminal,
  stopped: () => Promise<void> = untilInterrupted,
): Promise<ExitCode> => {
  const index = await releaseIndex(options.release, options.input).catch(explain)
  const server = await serveRelease(index, options.port).catch(explain)
  terminal.out(`${server.address}\n`)
  terminal.err(`The explorer is there; ${papersText(index.papers.size)}. Ctrl+C stops it.\n`)
  await stopped()
  await server.close()
  return EXIT.good
}
