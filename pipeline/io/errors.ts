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

/**
 * The code that Node.js, the system or a library gives an error (`ENOENT`, `UND_ERR_SOCKET`), or what caused it; else its
 * name.
 */
export const errorCode = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? error.name : errorCode(error.cause)
}

/** Why a file or folder could not be used, for a person: the code of the system, else the message. */
export const describeError = (error: unknown): string =>
  error instanceof Error && !('code' in error) ? error.message : errorCode(error)
