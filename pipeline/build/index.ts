import { contentLimits, type Issue, type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import { listSourceFiles, readOrigins } from '../fetch/index.ts'
import type { Verdict } from '../gate/index.ts'
import { checkOutput, type PublishedFile, publishRelease, ReleaseRejected } from '../publish/index.ts'
import { openStore } from '../store/index.ts'
import { unusedCorrections } from './apply-corrections.ts'
import { type BuildSummary, buildSummary } from './build-summary.ts'
import type { Progress } from './each-in-turn.ts'
import { explorerOf } from './explorer-of.ts'
import { gateOf } from './gate-of.ts'
import { planRelease } from './plan-release.ts'
import { plannedContent } from './planned-content.ts'
import { readCorrections } from './read-corrections.ts'
import { type DocumentReader, readFiles } from './read-files.ts'
import { withOrigins } from './with-origins.ts'
import { workerPool } from './worker-pool.ts'

export type { OcrMode } from '../extract/index.ts'
export { InputNotFound, LockMalformed } from '../fetch/index.ts'
export { CorrectionOutdated } from './apply-corrections.ts'
export type { Progress } from './each-in-turn.ts'
export type { FileReading } from './file-reading.ts'
export { CorrectionsMalformed, type ListedCorrection } from './parse-corrections.ts'
export { type DocumentResult, readerFault } from './read-document.ts'
export { readDocuments } from './read-documents.ts'
export { type DocumentReader, ReadingStopped, type ReadToStore } from './read-files.ts'
export type { StoreResult, StoreTask } from './read-to-store.ts'
export { keepTexts, keptReading, keptTexts, type ReadingOptions, storedFile } from './stored-file.ts'
export { viewDocument } from './view-document.ts'
export { workerPool } from './worker-pool.ts'

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
  /** What the comparison with the former release found; null where nothing could be built. */
  readonly verdict: Verdict | null
  /** Where the release lies that does not replace the former one; null where it does. */
  readonly rejected: string | null
}

interface Written {
  readonly files: readonly PublishedFile[]
  /** Where they lie when they were rejected. */
  readonly folder: string | null
}

const inPlace = (files: readonly PublishedFile[]): Written => ({ files, folder: null })

const asRejected = (error: unknown): Written => {
  if (error instanceof ReleaseRejected) return error
  throw error
}

/**
 * Reads all inputs and publishes a release; where no document could be read, nothing is written.
 * @throws InputNotFound where an input does not exist
 * @throws LockMalformed where the lock file of an input cannot be used
 * @throws CorrectionsMalformed, CorrectionOutdated where the corrections file cannot be applied as it is
 * @throws ReadingStopped where the reader of the request can read no more
 * @throws OutputRefused, OutputUnwritable where the release cannot take its place
 */
export const build = async (request: BuildRequest, progress: Progress): Promise<BuildResult> => {
  const found = await listSourceFiles(request.inputs)
  await checkOutput(request.out)
  const corrections = request.corrections === undefined ? [] : await readCorrections(request.corrections)
  const origins = await readOrigins(request.inputs)
  const { store, close } = await openStore(request.cache ?? null)
  const limits = request.limits ?? USUAL_LIMITS
  const size = Math.max(1, Math.min(request.jobs, found.length))
  const pool = workerPool(size, limits, [store.pages, store.rows])
  try {
    const context = {
      store,
      corrections,
      options: { ocr: request.ocr ?? 'auto', limits: contentLimits(limits) },
      limits,
      ...(request.reader ?? { readToStore: pool.store, width: 2 * size }),
    }
    const read = withOrigins(await readFiles(found, context, progress), origins)
    const planned = planRelease(read.readings, origins)
    const documents = read.readings.flatMap(({ profiles }) => profiles.map(({ documentId }) => documentId))
    const unused = unusedCorrections(corrections, new Set(documents))
    const plan = { ...planned, issues: [...planned.issues, ...unused] }
    const { created, homepage } = request
    const explorer = request.explorer ? explorerOf(plan, read, homepage) : undefined
    const gate = gateOf(request.accept ?? false)
    const publish = (): Promise<readonly PublishedFile[]> =>
      publishRelease({ ...plannedContent(plan, read.rowsOf), created, homepage }, request.out, {
        explorer,
        inspect: gate.inspect,
      })
    const { files, folder } =
      plan.profiles.length === 0 ? { files: [], folder: null } : await publish().then(inPlace, asRejected)
    const setAside = plan.issues.filter((issue) => issue.set_aside)
    return {
      summary: buildSummary(plan),
      found: found.length,
      setAside,
      files,
      verdict: gate.verdict(),
      rejected: folder,
    }
  } finally {
    await pool.destroy()
    await close()
  }
}
