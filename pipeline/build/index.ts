import type { Dataset, Issue } from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import { listSourceFiles } from '../fetch/index.ts'
import { checkOutput, type PublishedFile, publishRelease, type ReleaseContent } from '../publish/index.ts'
import { datasetIssues } from '../validate/index.ts'
import { applyCorrections } from './apply-corrections.ts'
import { assemble } from './assemble.ts'
import { explorerOf } from './explorer-of.ts'
import { readCorrections } from './read-corrections.ts'
import { type Progress, readDocuments } from './read-documents.ts'

export type { OcrMode } from '../extract/index.ts'
export { InputNotFound } from '../fetch/index.ts'
export { CorrectionOutdated } from './apply-corrections.ts'
export { CorrectionsMalformed } from './parse-corrections.ts'
export type { DocumentResult } from './read-document.ts'
export { type Progress, readDocuments } from './read-documents.ts'
export { viewDocument } from './view-document.ts'

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
}

/** What a build did. */
export interface BuildResult {
  readonly dataset: Dataset
  /** Number of files that were looked at. */
  readonly found: number
  /** Issues for which a document was set aside, or a specimen left out. */
  readonly setAside: readonly Issue[]
  /** Empty where nothing could be built. */
  readonly files: readonly PublishedFile[]
}

const contentOf = (dataset: Dataset): ReleaseContent => ({
  collection: dataset.collection,
  rows: async function* () {
    yield dataset
  },
  issues: async function* () {
    yield dataset.issues
  },
})

/**
 * Reads all inputs and publishes a release; where no document could be read, nothing is written.
 * @throws InputNotFound where an input does not exist
 * @throws CorrectionsMalformed, CorrectionOutdated where the corrections file cannot be applied as it is
 * @throws OutputRefused, OutputUnwritable where the release cannot take its place
 */
export const build = async (request: BuildRequest, progress: Progress): Promise<BuildResult> => {
  const found = await listSourceFiles(request.inputs)
  await checkOutput(request.out)
  const corrections = request.corrections === undefined ? [] : await readCorrections(request.corrections)
  const results =
    found.length === 0
      ? []
      : await readDocuments(found, request.jobs, progress, request.ocr, request.explorer)
  const corrected = applyCorrections(results, corrections)
  const assembled = assemble(corrected.results)
  const dataset: Dataset = {
    ...assembled,
    issues: [...assembled.issues, ...corrected.issues, ...datasetIssues(assembled)],
  }
  const explorer = request.explorer ? explorerOf(dataset, corrected.results) : undefined
  const files =
    dataset.documents.length === 0 ? [] : await publishRelease(contentOf(dataset), request.out, { explorer })
  return { dataset, found: found.length, setAside: dataset.issues.filter((issue) => issue.set_aside), files }
}
