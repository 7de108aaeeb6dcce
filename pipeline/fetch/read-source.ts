import { createHash } from 'node:crypto'
import { constants, open } from 'node:fs/promises'
import {
  type Issue,
  LimitExceeded,
  type Limits,
  makeIssue,
  USUAL_LIMITS,
  within,
} from '../../schemas/index.ts'
import { sniffMediaType } from './media-type.ts'
import type { SourceDocument, SourceFile } from './source-document.ts'

/** A document that was read, or the issue that sets it aside. */
export type ReadSource = { readonly source: SourceDocument } | { readonly issue: Issue }

class NoFile extends Error {}

const reasonOf = (error: unknown): string => {
  if (error instanceof NoFile) return error.message
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** Opened without waiting, since a pipe of that name would let nobody through. */
const readFile = async (path: string, limits: Pick<Limits, 'bytes'>): Promise<Uint8Array> => {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw new NoFile('it is no regular file')
    within(limits, 'bytes', stat.size)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/**
 * Reads one file from disk; what cannot be read, is too large, or is neither PDF nor text, comes back as an issue.
 */
export const readSource = async (
  file: SourceFile,
  limits: Pick<Limits, 'bytes'> = USUAL_LIMITS,
): Promise<ReadSource> => {
  let bytes: Uint8Array
  try {
    if (file.fault !== undefined) throw new NoFile(file.fault)
    bytes = await readFile(file.path, limits)
  } catch (error) {
    if (error instanceof LimitExceeded) {
      return { issue: makeIssue('over_bytes', { document: file.name, value: error.message }) }
    }
    return { issue: makeIssue('file_unreadable', { document: file.name, value: reasonOf(error) }) }
  }
  if (bytes.length === 0) return { issue: makeIssue('empty_document', { document: file.name }) }
  const sniffed = sniffMediaType(bytes)
  if (sniffed.mediaType === null) {
    return { issue: makeIssue('unsupported_file', { document: file.name, value: sniffed.looksLike }) }
  }
  return {
    source: {
      name: file.name,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: sniffed.mediaType,
      sourceUrl: null,
      mirrorUrl: null,
      retrieved: null,
      captured: null,
    },
  }
}
