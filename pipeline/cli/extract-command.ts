import { type OcrMode, viewFile } from '../build/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import { limitsOf } from './limits-of.ts'
import { oneFile } from './one-file.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness extract`. */
export interface ExtractOptions {
  readonly ocr: OcrMode
}

/** Prints the runs and lines of one file as JSON. */
export const runExtract = async (
  file: string,
  options: ExtractOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const source = await oneFile(file)
  const view = await viewFile(source, options.ocr, limitsOf(options))
  if ('message' in view) throw new CliError(EXIT.nothing, `${file}: ${view.message}`)
  terminal.out(`${view.json}\n`)
  return EXIT.good
}
