import { type Issue, type Limits, STATUSES, USUAL_LIMITS } from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import { listSourceFiles, readOrigins } from '../fetch/index.ts'
import { checkOutput, type Inspect, publishIssues, publishRelease, refuseEdited } from '../publish/index.ts'
import { checkRelease, type ReleaseCheck } from '../release/index.ts'
import { readCorrections, reportUnusedCorrections } from './corrections.ts'
import { cacheReader } from './document-cache.ts'
import type { DocumentReader } from './file-reading.ts'
import { planRelease, type ReleasePlan } from './plan-release.ts'
import { createProcessPool } from './process-pool.ts'
import { type Progress, readFiles } from './read-files.ts'
import { loadWithOrigins, makeContent, makeExplorer } from './release-content.ts'
import { removeQuotes, removeSourceText } from './remove-source-text.ts'
import { readReviewedItems } from './reviewed-items.ts'

export interface BuildRequest {
  readonly inputs: readonly string[]
  readonly out: string
  /** Number of documents that are read at a time. */
  readonly jobs: number
  readonly corrections?: string
  readonly reviewedItems?: string | false
  readonly ocr?: OcrMode
  readonly explorer?: boolean
  /** The folder of the cache; without it everything is read. */
  readonly cache?: string | false
  /** ISO day of publication; without it the release has no date of its own. */
  readonly released?: string | undefined
  readonly homepage?: string
  /** Whether notes and other wording of the ITU are left out, so that the release may be published. */
  readonly withoutSourceText?: boolean
  /** Whether CSV files begin with a byte order mark, by which Excel knows UTF-8. */
  readonly csvBom?: boolean
  /** Whether the release is published whatever the comparison with the previous one finds. */
  readonly accept?: boolean
  readonly limits?: Limits
  /** Where documents are read; by default in processes of this machine. */
  readonly reader?: DocumentReader | undefined
  /** Receives sentences that a person should read while the build runs. */
  readonly say?: (sentence: string) => void
}

const summarisePlan = ({ collection, profiles, issues }: ReleasePlan) => {
  const all = [...issues, ...profiles.flatMap((profile) => profile.issues)]
  const countIssues = (wanted: Issue['severity']): number =>
    all.filter(({ severity }) => severity === wanted).length
  const rejecting = issues.filter((issue) => issue.severity === 'error' && issue.set_aside).length
  const counts = Map.groupBy(
    profiles.flatMap(({ statuses }) => statuses),
    (status) => status,
  )
  const statuses = STATUSES.map((status) => [status, counts.get(status)?.length ?? 0] as const)
  return {
    collection,
    documents: profiles.length,
    countries: new Set(profiles.map(({ document }) => document.country_code)).size,
    statuses: new Map(statuses.filter(([, rows]) => rows > 0)),
    items: profiles.reduce((total, { items }) => total + items, 0),
    reviewRows: profiles.reduce((total, { reviewRows }) => total + reviewRows, 0),
    issues: { error: countIssues('error'), warning: countIssues('warning'), notice: countIssues('notice') },
    /** Number of errors for which no document was rejected. */
    brokenRules: countIssues('error') - rejecting,
  }
}

/**
 * Reads all inputs and publishes a release, or only the issues where no document could be read.
 * @throws CliError if an input or the corrections cannot be used, the reader of the request cannot go on, or the
 * release cannot be put in place
 */
export const build = async (request: BuildRequest, progress: Progress = () => {}) => {
  const { out, limits = USUAL_LIMITS, ocr = 'auto', say = () => {}, withoutSourceText = false } = request
  const found = await listSourceFiles(request.inputs)
  if (request.accept) await checkOutput(out)
  else await refuseEdited(out)
  const corrections = request.corrections === undefined ? [] : await readCorrections(request.corrections)
  const reviewed = request.reviewedItems ? await readReviewedItems(request.reviewedItems) : undefined
  const origins = await readOrigins(request.inputs)
  const pool = createProcessPool(Math.max(1, Math.min(request.jobs, found.length)), limits)
  const reader = cacheReader(request.reader ?? pool, request.cache || undefined, say)
  // frees the memory of the processes for publishing
  const { readings, store, applied } = await readFiles(
    found,
    { reader, ocr, limits, progress },
    { corrections, reviewed },
  ).finally(pool.destroy)
  try {
    const planned = planRelease(readings, origins)
    const plan = { ...planned, issues: [...planned.issues, ...reportUnusedCorrections(corrections, applied)] }
    const loadWhole = loadWithOrigins(store, origins)
    const load: typeof loadWhole = withoutSourceText
      ? (profile) => removeSourceText(loadWhole(profile))
      : loadWhole
    const content = makeContent(withoutSourceText ? removeQuotes(plan) : plan, load)
    const checks: ReleaseCheck[] = []
    const inspect: Inspect = async (staging, target) => {
      const previous = (await checkOutput(target)) === 'release' ? target : null
      const check = await checkRelease(previous, staging, request.accept ?? false)
      checks.push(check)
      return check.taken ? 'take' : 'reject'
    }
    const { homepage, released: created, csvBom } = request
    const explorer = request.explorer
      ? makeExplorer(plan, load, withoutSourceText ? () => null : store.pages)
      : undefined
    const facts = { created, homepage, withoutSourceText, csvBom }
    const written =
      plan.profiles.length === 0
        ? { files: [], rejected: found.length === 0 ? null : await publishIssues(content.issues, out) }
        : await publishRelease({ ...content, ...facts }, out, { explorer, inspect })
    return {
      summary: summarisePlan(plan),
      found: found.length,
      /** Issues for which a document was rejected, or a specimen left out. */
      setAside: plan.issues.filter((issue) => issue.set_aside),
      /** Empty if nothing could be built. */
      files: written.files,
      /** What the comparison with the previous release found; null if nothing was written. */
      check: checks[0] ?? null,
      /** The folder of a release that does not replace the previous one, or of the issues of a build without documents. */
      rejected: written.rejected,
    }
  } finally {
    store.close()
  }
}

export type BuildResult = Awaited<ReturnType<typeof build>>
