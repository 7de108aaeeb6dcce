import { type OcrMode, viewDocument } from '../build/index.ts'
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
  const view = await viewDocument(source, options.ocr, limitsOf(options))
  if ('message' in view) throw new CliError(EXIT.nothing, `${file}: ${view.message}`)
  terminal.out(`${JSON.stringify(view, null, 2)}\n`)
  return EXIT.good
}
