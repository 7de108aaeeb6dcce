import { type Issue, LimitExceeded, makeIssue } from '../../schemas/index.ts'

/** A limit that a file exceeded, or a fault of the reader itself, as the issue of the file. */
export const readerFault = (file: string, error: unknown): Issue =>
  makeIssue(error instanceof LimitExceeded ? `over_${error.limit}` : 'reader_failed', {
    document: file,
    value: error instanceof Error ? error.message : String(error),
  })
