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
