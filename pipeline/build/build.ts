import { setTimeout } from 'node:timers/promises'
import { contentLimits, type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import { listSourceFiles, type Origins, readOrigins, readSource, type SourceFile } from '../fetch/index.ts'
import { checkOutput, releaseStands } from '../publish/index.ts'
import { unusedCorrections } from './apply-corrections.ts'
import type { BuildRequest, BuildResult } from './build-request.ts'
import { buildSummary } from './build-summary.ts'
import { eachInTurn, type Progress } from './each-in-turn.ts'
import { keepHeapFrugal } from './frugal-heap.ts'
import { keepRelease, knownRelease, type ReleaseKey } from './known-release.ts'
import type { ListedCorrection } from './parse-corrections.ts'
import { planRelease } from './plan-release.ts'
import { readCorrections } from './read-corrections.ts'
import { readFiles } from './read-files.ts'
import { type SourceLog, sourceLog } from './source-log.ts'
import { type DocumentStore, knowsReleases, openStore } from './store/index.ts'
import { withOrigins } from './with-origins.ts'
import { workerPool } from './worker-pool.ts'

/** How many files are looked at side by side before any is read. */
const LOOKED_AT_ONCE = 16

/** Milliseconds until the first processes that read are started; loading more code before would keep them waiting. */
const FIRST_STARTED = 50

/** What a build works on, once it is known. */
interface Work {
  readonly request: BuildRequest
  readonly found: readonly SourceFile[]
  readonly corrections: readonly ListedCorrection[]
  readonly origins: Origins
  readonly limits: Limits
  readonly store: DocumentStore
}

/** All that may show in a release beside its files and the code: every option, but for those that never do. */
const settingsOf = ({ request, corrections, limits }: Work): unknown => {
  const { inputs, out, jobs, cache, accept, reader, ...options } = request
  return { ...options, limits, corrections }
}

const keyOf = (work: Work, log: SourceLog): ReleaseKey | null => {
  const sources = log.digests()
  return sources === null ? null : { sources, settings: settingsOf(work) }
}

/** The release that would be made, where it was made before and stands in its place, whole; else null. */
const standingRelease = async (work: Work): Promise<BuildResult | null> => {
  const { request, found, origins, limits, store } = work
  if (!(await knowsReleases(store))) return null
  const log = sourceLog(found, origins)
  await eachInTurn(found, LOOKED_AT_ONCE, async (file) => log.note(file, await readSource(file, limits)))
  const key = keyOf(work, log)
  const known = key && knownRelease(store, key)
  if (!known || !(await releaseStands(request.out, known.files))) return null
  return { ...known, found: found.length, unchanged: true, verdict: null, rejected: null }
}

/** Reads what is not kept, and publishes. */
const makeRelease = async (work: Work, progress: Progress): Promise<BuildResult> => {
  const { request, found, corrections, origins, limits, store } = work
  keepHeapFrugal(found.length)
  const log = sourceLog(found, origins)
  const size = Math.max(1, Math.min(request.jobs, found.length))
  const pool = workerPool(size, limits, [store.pages, store.rows])
  try {
    const context = {
      store,
      corrections,
      options: { ocr: request.ocr ?? 'auto', limits: contentLimits(limits) },
      limits,
      log,
      ...(request.reader ?? { readToStore: pool.store, width: 2 * size }),
    }
    const reading = readFiles(found, context, progress)
    // loads every writer, which a build where nothing has changed can do without
    const publishing = setTimeout(FIRST_STARTED).then(() => import('./publish-plan.ts'))
    publishing.catch(() => {}) // waited for below
    const read = withOrigins(await reading, origins)
    // publishing has need of the memory that they hold
    await pool.rest()
    const planned = planRelease(read.readings, origins)
    const documents = read.readings.flatMap(({ profiles }) => profiles.map(({ documentId }) => documentId))
    const unused = unusedCorrections(corrections, new Set(documents))
    const plan = { ...planned, issues: [...planned.issues, ...unused] }
    const summary = buildSummary(plan)
    const setAside = plan.issues.filter((issue) => issue.set_aside)
    const result = { summary, found: found.length, setAside, unchanged: false }
    if (plan.profiles.length === 0) return { ...result, files: [], verdict: null, rejected: null }
    const { publishPlan } = await publishing
    const published = await publishPlan(plan, read, request)
    const key = keyOf(work, log)
    // one that a person had to accept is judged anew each time
    if (key && published.verdict?.meetsExpectations && published.rejected === null) {
      keepRelease(store, key, { summary, setAside, files: published.files })
    }
    return { ...result, ...published }
  } finally {
    await pool.destroy()
  }
}

/**
 * Reads all inputs and publishes a release; where no document could be read, or nothing has changed, nothing is written.
 * @throws CliError where an input does not exist, or its lock file cannot be used
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
  const work = { request, found, corrections, origins, limits, store }
  try {
    return (await standingRelease(work)) ?? (await makeRelease(work, progress))
  } finally {
    await close()
  }
}
