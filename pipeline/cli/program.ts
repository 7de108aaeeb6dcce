import { Command, CommanderError } from 'commander'
import { VERSION } from '../../schemas/version.ts'
import { CliError, EXIT, type ExitCode } from '../io/errors.ts'
import { buildCommand, workerCommand } from './build-commands.ts'
import { extractCommand, showCommand } from './document-commands.ts'
import { addSourcesCommand, discoverCommand, fetchCommand } from './fetch-commands.ts'
import { accuracyCommand, crosscheckCommand, verifyCommand } from './quality-commands.ts'
import { diffCommand, explainCommand, exploreCommand } from './release-commands.ts'
import { processTerminal, sayOn, type Terminal } from './terminal.ts'

const COMMANDS = [
  buildCommand,
  fetchCommand,
  discoverCommand,
  addSourcesCommand,
  exploreCommand,
  explainCommand,
  diffCommand,
  verifyCommand,
  showCommand,
  extractCommand,
  accuracyCommand,
  crosscheckCommand,
  workerCommand,
]

const EXIT_HELP = `
Exit codes:
  0  success
  1  finished, but documents were rejected, rules were broken under --strict, or the release was not published
     (see build --accept); diff, verify, explain: the two compared things differ
  2  wrong usage
  3  nothing could be built, a release could not be read, or the queue cannot be reached`

/**
 * Runs the command line; each command loads its stages only when it runs.
 * @param words what follows the name of the program; by default that of this process
 */
export const run = async (
  words: readonly string[] = process.argv.slice(2),
  terminal: Terminal = processTerminal(),
): Promise<ExitCode> => {
  let code: ExitCode = EXIT.good
  const end = (ended: ExitCode): void => {
    code = ended
  }
  const program = new Command('cyberwellness')
    .description('Reads ITU Cyberwellness Profiles into an open dataset.')
    .version(VERSION)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .showHelpAfterError('Run with --help for usage.')
    .addHelpText('after', EXIT_HELP)
  for (const create of COMMANDS) program.addCommand(create({ terminal, end }).copyInheritedSettings(program))
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CliError) {
      sayOn(terminal)(error.message)
      return error.exitCode
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.usage
    throw error
  }
}
