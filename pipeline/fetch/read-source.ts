import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Issue, makeIssue } from '../../schemas/index.ts'
import { sniffMediaType } from './media-type.ts'
import type { SourceDocument, SourceFile } from './source-document.ts'

/** A document that was read, or the issue that sets it aside. */
export type ReadSource = { readonly source: SourceDocument } | { readonly issue: Issue }

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** Reads one file from disk; what cannot be read, or is neither PDF nor text, comes back as an issue. */
export const readSource = async (file: SourceFile): Promise<ReadSource> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file.path)
  } catch (error) {
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
    },
  }
}
