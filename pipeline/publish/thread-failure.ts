/** What a thread threw, as it crosses to another; of errors of the operating system, what tells them. */
export interface ThreadFailure {
  readonly message: string
  readonly code?: unknown
  readonly syscall?: unknown
}

/** What was thrown, as it is sent. */
export const failureOf = (error: unknown): ThreadFailure => {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message } = error
  return 'code' in error && 'syscall' in error
    ? { message, code: error.code, syscall: error.syscall }
    : { message }
}

/** An error again of what was sent. */
export const thrownBy = ({ message, ...facts }: ThreadFailure): Error =>
  Object.assign(new Error(message), facts)
