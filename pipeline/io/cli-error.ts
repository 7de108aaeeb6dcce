/** Exit codes of the command line. */
export const EXIT = {
  good: 0,
  /** Finished, but documents were rejected, rules broken under `--strict`, a release rejected, or two differ. */
  incomplete: 1,
  /** Wrong usage. */
  usage: 2,
  /** Nothing could be built, a release could not be read, or the queue cannot be reached. */
  nothing: 3,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** An expected failure: one sentence that says what is wrong, where, and what to do; and the exit code for scripts. */
export class CliError extends Error {
  override readonly name: string = 'CliError'
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}
