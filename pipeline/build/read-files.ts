import { contentLimits, type Issue, type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import { readSource, type SourceFile } from '../fetch/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import { correctRows, findCorrections, refuseOutdated } from './apply-corrections.ts'
import {
  type DocumentReader,
  type FileReading,
  pack,
  type ReadingOptions,
  rejectFile,
  summariseProfile,
  unpackRows,
} from './file-reading.ts'
import { mapConcurrently, type Progress } from './map-concurrently.ts'
import { createProcessPool, type ProcessPool } from './process-pool.ts'
import { openProfileStore, type ProfileStore } from './profile-store.ts'
import type { ListedCorrection } from './read-corrections.ts'
import type { DocumentView } from './read-document.ts'
import { type ReviewedItems, reviewItems } from './reviewed-items.ts'

/** What was read: small summaries, and a store of the rows. */
export interface ReadFiles {
  readonly readings: readonly Omit<FileReading, 'packed'>[]
  readonly store: ProfileStore
  /** The lines of the corrections that were taken. */
  readonly applied: ReadonlySet<number>
}

/** What reading needs besides the files. */
export interface ReadingContext {
  readonly reader: DocumentReader
  readonly options: ReadingOptions
  readonly limits: Limits
  readonly corrections: readonly ListedCorrection[]
  readonly reviewed?: ReviewedItems | undefined
}

/** A reading with what people decided about its notes. */
interface ReviewedReading {
  readonly reading: FileReading
  /** See `Corrected`. */
  readonly outdated: readonly string[]
  readonly applied: readonly number[]
}

const review = (
  reading: FileReading,
  { corrections, reviewed }: Pick<ReadingContext, 'corrections' | 'reviewed'>,
): ReviewedReading => {
  const isCorrected = reading.profiles.some(
    ({ countryCode }) => findCorrections(corrections, countryCode).length > 0,
  )
  if (!isCorrected && reviewed === undefined) return { reading, outdated: [], applied: [] }
  const corrected = reading.packed.map((packed) => correctRows(unpackRows(packed), corrections))
  const profiles = corrected.map(({ rows }) => (reviewed === undefined ? rows : reviewItems(rows, reviewed)))
  return {
    reading: {
      ...reading,
      profiles: profiles.map(summariseProfile),
      packed: reading.packed.map(({ pages }, index) => ({ rows: pack(profiles[index]), pages })),
    },
    outdated: corrected.flatMap(({ outdated }) => outdated),
    applied: corrected.flatMap(({ applied }) => applied),
  }
}

const readFile = async (
  file: SourceFile,
  { reader, options, limits, ...decisions }: ReadingContext,
): Promise<ReviewedReading> => {
  const read = await readSource(file, limits)
  const reading =
    'issue' in read ? rejectFile(file.name, read.issue) : await reader.read({ source: read.source, options })
  return review(reading, decisions)
}

/**
 * Reads files, in any order; the readings come in the order of the files.
 * @throws CliError where notes have changed since they were corrected, or the reader cannot go on
 */
export const readFiles = async (
  files: readonly SourceFile[],
  context: ReadingContext,
  progress: Progress,
): Promise<ReadFiles> => {
  const store = openProfileStore()
  const outdated: string[] = []
  const applied = new Set<number>()
  const readOne = async (file: SourceFile): Promise<ReadFiles['readings'][number]> => {
    const reviewed = await readFile(file, context)
    const { packed, ...reading } = reviewed.reading
    store.add({ ...reading, packed })
    outdated.push(...reviewed.outdated)
    for (const line of reviewed.applied) applied.add(line)
    return reading
  }
  try {
    const readings = await mapConcurrently(files, context.reader.width, readOne, progress)
    refuseOutdated(outdated.toSorted())
    return { readings, store, applied }
  } catch (error) {
    store.close()
    throw error
  }
}

/** The rows of one profile of a file, or the issues for which the file, or profiles in it, are rejected. */
export type DocumentResult =
  | { readonly file: string; readonly rows: DocumentRows }
  | { readonly file: string; readonly rows: null; readonly issues: readonly Issue[] }

/** Reads one file without a cache. */
export const readResults = async (
  file: SourceFile,
  reader: DocumentReader,
  ocr: OcrMode,
  limits: Limits = USUAL_LIMITS,
): Promise<readonly DocumentResult[]> => {
  const options = { ocr, limits: contentLimits(limits) }
  const { reading } = await readFile(file, { reader, options, limits, corrections: [] })
  const { packed, rejected } = reading
  const results: DocumentResult[] = packed.map((profile) => ({ file: file.name, rows: unpackRows(profile) }))
  return rejected.length === 0 ? results : [...results, { file: file.name, rows: null, issues: rejected }]
}

const withPool = async <Result>(
  size: number,
  limits: Limits,
  work: (pool: ProcessPool) => Promise<Result>,
): Promise<Result> => {
  const pool = createProcessPool(size, limits)
  try {
    return await work(pool)
  } finally {
    await pool.destroy()
  }
}

/** Reads files without a cache; the results come in the order of the files. */
export const readDocuments = (
  files: readonly SourceFile[],
  jobs: number,
  progress: Progress,
  ocr: OcrMode = 'auto',
  limits: Limits = USUAL_LIMITS,
): Promise<DocumentResult[]> =>
  withPool(Math.max(1, Math.min(jobs, files.length)), limits, async (pool) =>
    (
      await mapConcurrently(files, pool.width, (file) => readResults(file, pool, ocr, limits), progress)
    ).flat(),
  )

/** Shows the runs and lines of one file. */
export const viewFile = (
  file: SourceFile,
  ocr: OcrMode = 'auto',
  limits: Limits = USUAL_LIMITS,
): Promise<DocumentView> =>
  withPool(1, limits, async (pool) => {
    const read = await readSource(file, limits)
    if ('issue' in read) return { message: read.issue.message }
    return pool.view({
      source: read.source,
      options: { ocr, limits: contentLimits(limits) },
    })
  })
