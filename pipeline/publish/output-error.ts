import { CliError, EXIT } from '../io/cli-error.ts'

/** The output folder holds something that is not ours to replace; nothing was touched. */
export class OutputRefused extends CliError {
  override readonly name = 'OutputRefused'
  constructor(message: string) {
    super(EXIT.usage, message)
  }
}

/** The output folder cannot be written; what was there before is still there. */
export class OutputUnwritable extends CliError {
  override readonly name = 'OutputUnwritable'
  constructor(message: string, options?: ErrorOptions) {
    super(EXIT.nothing, message, options)
  }
}

const ELSEWHERE = 'name another output folder'
const MAKE_WRITABLE = `make the folder that holds it writable, or ${ELSEWHERE}`

/** What the operating system's error codes mean for an output folder, and what to do about them. */
const EXPLANATIONS: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  ENOTDIR: ['part of the path is a file, not a folder', ELSEWHERE],
  EACCES: ['permission is denied', MAKE_WRITABLE],
  EPERM: ['the operation is not permitted', MAKE_WRITABLE],
  EROFS: ['the file system is read-only', ELSEWHERE],
  ENOSPC: ['the disk is full', `free some space, or ${ELSEWHERE}`],
  EDQUOT: ['the disk quota is used up', `free some space, or ${ELSEWHERE}`],
  EBUSY: ['it is in use or is a mount point', 'name a folder inside it'],
  EXDEV: ['it is a mount point', 'name a folder inside it'],
  ENAMETOOLONG: ['the name is too long', 'name a shorter one'],
  ENOTEMPTY: ['another build wrote to it at the same time', 'run one build at a time'],
  EEXIST: ['another build wrote to it at the same time', 'run one build at a time'],
}

const isSystemError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'

/** SQLite has error numbers of its own (https://www.sqlite.org/rescode.html). */
const SQLITE_CODES: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'EACCES' }

/** The lowest byte of an error number is the kind of error; the others refine it. */
const sqliteErrorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? SQLITE_CODES[error.errcode & 0xff]
    : undefined

/** The code of an error of the operating system, such as `ENOENT`; undefined for other errors. */
export const systemErrorCode = (error: unknown): string | undefined =>
  isSystemError(error) ? error.code : undefined

/** An error of the operating system or of SQLite as {@link OutputUnwritable}; any other unchanged. */
export const explainOutputError = (out: string, error: unknown): unknown => {
  const code = systemErrorCode(error) ?? sqliteErrorCode(error)
  if (code === undefined) return error
  const [reason, advice] = EXPLANATIONS[code] ?? ['the operating system refused', ELSEWHERE]
  return new OutputUnwritable(`${out} cannot be written: ${reason} (${code}); ${advice}.`, {
    cause: error,
  })
}
