import type { MediaType } from '../../schemas/index.ts'

/** A file that the build was asked to read: where it lies, and the name that tables and issues call it by. */
export interface SourceFile {
  /** Path on this machine. */
  readonly path: string
  /** Path below the input folder with `/` between its parts, or the bare name of a file given by itself. */
  readonly name: string
  /** Why it cannot be read, where its path already tells. */
  readonly fault?: string
}

/** The bytes of a document and where they came from. */
export interface SourceDocument {
  readonly name: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string
  readonly mediaType: MediaType
  readonly sourceUrl: string | null
  readonly mirrorUrl: string | null
  /** ISO date on which the bytes were fetched. */
  readonly retrieved: string | null
  /** ISO date on which a web archive took them. */
  readonly captured: string | null
}
