import { viewDocument } from '../build/index.ts'
import { EXIT, type ExitCode, Stop } from './exit-code.ts'
import { oneFile } from './one-file.ts'
import type { Terminal } from './terminal.ts'

/** Prints the runs and lines of one file as JSON. */
export const runExtract = async (file: string, terminal: Terminal): Promise<ExitCode> => {
  const source = await oneFile(file)
  const view = await viewDocument(source)
  if ('message' in view) throw new Stop(EXIT.nothing, `${file}: ${view.message}`)
  terminal.out(`${JSON.stringify(view, null, 2)}\n`)
  return EXIT.good
}
