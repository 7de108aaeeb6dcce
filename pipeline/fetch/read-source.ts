import { hash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import {
  type IssueCode,
  LimitExceeded,
  type Limits,
  type MediaType,
  makeIssue,
  within,
} from '../../schemas/index.ts'
import { describeError } from '../io/errors.ts'
import { readRegularFile } from '../io/regular-file.ts'
import { sniffMediaType } from './media-type.ts'

/** A file to read: where it is, and its name in tables and issues. */
export interface SourceFile {
  /** Path on this machine. */
  readonly path: string
  /** Path below the input folder with `/` between its parts, or the bare name of a file given by itself. */
  readonly name: string
  /** Why it cannot be read, where that is known from its path. */
  readonly fault?: string
}

/** The bytes of a document. */
export interface SourceDocument {
  readonly name: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string
  readonly mediaType: MediaType
}

/** Reads one file from disk; what cannot be read, is too large, or is neither PDF nor text, comes back as an issue. */
export const readSource = async ({ path, name, fault }: SourceFile, limits: Pick<Limits, 'bytes'>) => {
  const reject = (code: IssueCode, value: string | null = null) => ({
    issue: makeIssue(code, { document: name, value }),
  })
  let bytes: Uint8Array
  try {
    if (fault !== undefined) throw new Error(fault)
    within(limits, 'bytes', (await stat(path)).size)
    bytes = await readRegularFile(path, limits.bytes)
  } catch (error) {
    if (error instanceof LimitExceeded) return reject('over_bytes', error.message)
    return reject('file_unreadable', describeError(error))
  }
  if (bytes.length === 0) return reject('empty_document')
  const { mediaType, looksLike } = sniffMediaType(bytes)
  if (mediaType === null) return reject('unsupported_file', looksLike)
  const source: SourceDocument = { name, bytes, sha256: hash('sha256', bytes), mediaType }
  return { source }
}
