import { CommanderError } from 'commander'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import { createProgram } from './program.ts'
import { processTerminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

/** Runs the command that the process was started with. */
export const run = async (): Promise<ExitCode> => {
  const terminal = processTerminal()
  let code: ExitCode = EXIT.good
  try {
    await createProgram(terminal, (ended) => {
      code = ended
    }).parseAsync()
    return code
  } catch (error) {
    if (error instanceof CliError) {
      terminal.err(`${oneLine(error.message)}\n`)
      return error.exitCode
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.usage
    throw error
  }
}
