import {
  type Collection,
  contentLimits,
  type Issue,
  type Limits,
  STATUSES,
  type Status,
  USUAL_LIMITS,
} from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import { listSourceFiles, readOrigins } from '../fetch/index.ts'
import {
  checkOutput,
  type Inspect,
  type PublishedFile,
  publishIssues,
  publishRelease,
  ReleaseRejected,
  refuseEdited,
} from '../publish/index.ts'
import { checkRelease, type ReleaseCheck } from '../release/index.ts'
import { reportUnusedCorrections } from './apply-corrections.ts'
import { cacheReader } from './document-cache.ts'
import type { DocumentReader } from './file-reading.ts'
import type { Progress } from './map-concurrently.ts'
import { planRelease, type ReleasePlan } from './plan-release.ts'
import { createProcessPool } from './process-pool.ts'
import { readCorrections } from './read-corrections.ts'
import { readFiles } from './read-files.ts'
import { loadWithOrigins, makeContent, makeExplorer } from './release-content.ts'
import { removeQuote, removeSourceText } from './remove-source-text.ts'
import { readReviewedItems } from './reviewed-items.ts'

/** What to build. */
export interface BuildRequest {
  /** Files and folders. */
  readonly inputs: readonly string[]
  readonly out: string
  /** Number of documents that are read at a time. */
  readonly jobs: number
  /** The corrections file. */
  readonly corrections?: string | undefined
  /** The file of items that people read. */
  readonly reviewedItems?: string | undefined
  readonly ocr?: OcrMode
  /** Whether the release gets its explorer. */
  readonly explorer?: boolean
  /** The folder of the cache; without it everything is read. */
  readonly cache?: string | undefined
  /** ISO day of publication; without it the release has no date of its own. */
  readonly created?: string | undefined
  /** Address of the page of the release on the web. */
  readonly homepage?: string | undefined
  /** Whether notes and other wording of the ITU are left out, so that the release may be published. */
  readonly withoutSourceText?: boolean | undefined
  /** Whether the release is published whatever the comparison with the previous one finds. */
  readonly accept?: boolean
  readonly limits?: Limits
  /** Where documents are read; by default in processes of this machine. */
  readonly reader?: DocumentReader | undefined
  /** Told in a sentence what a person should know while the build runs. */
  readonly say?: (sentence: string) => void
}

/** What a release holds, in numbers. */
export interface BuildSummary {
  readonly collection: Collection
  readonly documents: number
  readonly countries: number
  /** Number of indicators by status; statuses without any are left out. */
  readonly statuses: ReadonlyMap<Status, number>
  readonly items: number
  readonly reviewRows: number
  readonly issues: Readonly<Record<Issue['severity'], number>>
  /** Number of errors for which no document was rejected. */
  readonly brokenRules: number
}

/** What a build did. */
export interface BuildResult {
  readonly summary: BuildSummary
  /** Number of files that were looked at. */
  readonly found: number
  /** Issues for which a document was rejected, or a specimen left out. */
  readonly setAside: readonly Issue[]
  /** Empty where nothing could be built. */
  readonly files: readonly PublishedFile[]
  /** What the comparison with the previous release found; null where nothing was written. */
  readonly check: ReleaseCheck | null
  /** Where a release is that does not replace the previous one, or the issues of a build without documents. */
  readonly rejected: string | null
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const summarisePlan = ({ collection, profiles, issues }: ReleasePlan): BuildSummary => {
  const countIssues = (severity: Issue['severity']): number =>
    sum(profiles.map((profile) => profile.issues[severity])) +
    issues.filter((issue) => issue.severity === severity).length
  const rejecting = issues.filter((issue) => issue.severity === 'error' && issue.set_aside).length
  const statuses = STATUSES.map(
    (status) => [status, sum(profiles.map((profile) => profile.statuses[status] ?? 0))] as const,
  )
  return {
    collection,
    documents: profiles.length,
    countries: new Set(profiles.map(({ countryCode }) => countryCode)).size,
    statuses: new Map(statuses.filter(([, rows]) => rows > 0)),
    items: sum(profiles.map(({ items }) => items)),
    reviewRows: sum(profiles.map(({ reviewRows }) => reviewRows)),
    issues: { error: countIssues('error'), warning: countIssues('warning'), notice: countIssues('notice') },
    brokenRules: countIssues('error') - rejecting,
  }
}

/**
 * Reads all inputs and publishes a release, or only the issues where no document could be read.
 * @throws CliError where an input or the corrections cannot be used, or the reader of the request cannot go on
 * @throws OutputRefused, OutputUnwritable where the release cannot be put in place
 */
export const build = async (request: BuildRequest, progress: Progress): Promise<BuildResult> => {
  const { out, limits = USUAL_LIMITS, say = () => {} } = request
  const found = await listSourceFiles(request.inputs)
  if (request.accept) await checkOutput(out)
  else await refuseEdited(out)
  const corrections = request.corrections === undefined ? [] : await readCorrections(request.corrections)
  const reviewed =
    request.reviewedItems === undefined ? undefined : await readReviewedItems(request.reviewedItems)
  const origins = await readOrigins(request.inputs)
  const pool = createProcessPool(Math.max(1, Math.min(request.jobs, found.length)), limits)
  const context = {
    reader: cacheReader(request.reader ?? pool, request.cache, say),
    options: { ocr: request.ocr ?? 'auto', limits: contentLimits(limits) },
    limits,
    corrections,
    reviewed,
  }
  // publishing needs the memory of the processes
  const { readings, store, applied } = await readFiles(found, context, progress).finally(pool.destroy)
  try {
    const planned = planRelease(readings, origins)
    const unused = reportUnusedCorrections(corrections, applied)
    const plan = { ...planned, issues: [...planned.issues, ...unused] }
    const result = {
      summary: summarisePlan(plan),
      found: found.length,
      setAside: plan.issues.filter((issue) => issue.set_aside),
    }
    const { created, homepage, withoutSourceText = false } = request
    const loadWhole = loadWithOrigins(store, origins)
    const load: typeof loadWhole = withoutSourceText
      ? (profile) => removeSourceText(loadWhole(profile))
      : loadWhole
    const published = withoutSourceText ? { ...plan, issues: plan.issues.map(removeQuote) } : plan
    const content = makeContent(published, load)
    if (plan.profiles.length === 0) {
      const rejected = found.length === 0 ? null : await publishIssues(content.issues(), out)
      return { ...result, files: [], check: null, rejected }
    }
    let check: ReleaseCheck | null = null
    const inspect: Inspect = async (staging, target) => {
      const previous = (await checkOutput(target)) === 'release' ? target : null
      check = await checkRelease(previous, staging, request.accept ?? false)
      return check.taken ? 'take' : 'reject'
    }
    const options = {
      explorer: request.explorer
        ? makeExplorer(plan, load, store, { homepage, withoutSourceText })
        : undefined,
      inspect,
    }
    try {
      const files = await publishRelease({ ...content, created, homepage, withoutSourceText }, out, options)
      return { ...result, files, check, rejected: null }
    } catch (error) {
      if (!(error instanceof ReleaseRejected)) throw error
      return { ...result, files: error.files, check, rejected: error.folder }
    }
  } finally {
    store.close()
  }
}
