import type { Issue, Limits } from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import type { PublishedFile } from '../publish/index.ts'
import type { ReleaseCheck } from '../release/index.ts'
import type { BuildSummary } from './build-summary.ts'
import type { DocumentReader } from './read-files.ts'

/** What to build, and with how many workers. */
export interface BuildRequest {
  /** Files and folders. */
  readonly inputs: readonly string[]
  readonly out: string
  readonly jobs: number
  /** The file of what persons settled, where there is one. */
  readonly corrections?: string | undefined
  /** Which pages are read by OCR; those without a readable text layer where nothing is said. */
  readonly ocr?: OcrMode
  /** Whether the release gets its explorer. */
  readonly explorer?: boolean
  /** The folder that keeps what was read from build to build; without it nothing is kept. */
  readonly cache?: string | undefined
  /** ISO day that the release is dated by; by its sources where none is given. */
  readonly created?: string | undefined
  /** Address of the page of the release on the web, where it was told. */
  readonly homepage?: string | undefined
  /** Whether the release is taken whatever the comparison with the former one finds. */
  readonly accept?: boolean
  /** What a document may take; the usual limits where nothing is said. */
  readonly limits?: Limits
  /** Where documents are read; in processes of this machine where nothing is said. */
  readonly reader?: DocumentReader | undefined
}

/** What a build did. */
export interface BuildResult {
  readonly summary: BuildSummary
  /** Number of files that were looked at. */
  readonly found: number
  /** Issues for which a document was set aside, or a specimen left out. */
  readonly setAside: readonly Issue[]
  /** Empty where nothing could be built. */
  readonly files: readonly PublishedFile[]
  /** Whether they stood there already, byte for byte, so that nothing was written. */
  readonly unchanged: boolean
  /** What the comparison with the former release found; null where nothing was written. */
  readonly verdict: ReleaseCheck | null
  /** Where the release lies that does not replace the former one; null where it does. */
  readonly rejected: string | null
}
