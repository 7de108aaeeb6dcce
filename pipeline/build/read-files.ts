import pLimit from 'p-limit'
import { contentLimits, type Issue, type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import type { OcrMode } from '../extract/index.ts'
import { readSource, type SourceFile } from '../fetch/index.ts'
import { at } from '../io/at.ts'
import type { DocumentRows } from '../normalize/index.ts'
import { correctRows, type ListedCorrection, refuseOutdated } from './corrections.ts'
import {
  type DocumentReader,
  type FileReading,
  rejectFault,
  rejectFile,
  summariseProfile,
  unpackRows,
} from './file-reading.ts'
import { createProcessPool } from './process-pool.ts'
import { openProfileStore } from './profile-store.ts'
import { type ReviewedItems, reviewItems } from './reviewed-items.ts'

/** Called after each document, with the number that is done. */
export type Progress = (done: number, total: number) => void

export interface ReadingContext {
  readonly reader: DocumentReader
  readonly ocr: OcrMode
  readonly limits: Limits
  readonly progress: Progress
}

export interface Decisions {
  readonly corrections: readonly ListedCorrection[]
  readonly reviewed?: ReviewedItems | undefined
}

/** Works on all files, as many at a time as the reader takes; after a failure no file is begun. */
const mapFiles = <Result>(
  files: readonly SourceFile[],
  { reader, ocr, limits, progress }: ReadingContext,
  work: (reading: FileReading) => Result,
): Promise<Result[]> => {
  const limit = pLimit(reader.width)
  const options = { ocr, limits: contentLimits(limits) }
  let done = 0
  return limit.map(files, async (file) => {
    try {
      const read = await readSource(file, limits)
      const isRead = 'source' in read
      const reading = isRead
        ? reader.read({ source: read.source, options })
        : rejectFile(file.name, read.issue)
      const result = work(await reading)
      progress(++done, files.length)
      return result
    } catch (error) {
      limit.clearQueue()
      throw error
    }
  })
}

/** The rows of at most this many profiles stay in memory until they are published; the others are unpacked again. */
const MAX_HELD_PROFILES = 256

/** Puts what people decided in place of what the rules found; see {@link correctRows}. */
const review = (rows: DocumentRows, { corrections, reviewed }: Decisions) => {
  const corrected = correctRows(rows, corrections)
  return reviewed === undefined ? corrected : { ...corrected, rows: reviewItems(corrected.rows, reviewed) }
}

/**
 * Reads files, in any order. The readings, without their rows, come in the order of the files; `applied` are the lines of
 * the corrections that were taken.
 * @throws CliError if notes have changed since they were corrected, or the reader cannot go on
 */
export const readFiles = async (
  files: readonly SourceFile[],
  context: ReadingContext,
  decisions: Decisions = { corrections: [] },
) => {
  const store = openProfileStore()
  const outdated: string[] = []
  const applied = new Set<number>()
  const held = new Map<string, DocumentRows>()
  const makeKey = (file: string, index: number): string => `${file} ${index}`
  try {
    const readings = await mapFiles(files, context, ({ file, rejected, packed }) => {
      store.add(file, packed)
      const profiles = packed.map((one, index) => {
        const reviewed = review(unpackRows(one), decisions)
        outdated.push(...reviewed.outdated)
        for (const line of reviewed.applied) applied.add(line)
        if (held.size < MAX_HELD_PROFILES) held.set(makeKey(file, index), reviewed.rows)
        return summariseProfile(reviewed.rows, index)
      })
      return { file, rejected, profiles }
    })
    refuseOutdated(outdated.toSorted())
    const loadRows: typeof store.rows = (profile) =>
      held.get(makeKey(profile.file, profile.index)) ?? review(store.rows(profile), decisions).rows
    return { readings, store: { ...store, rows: loadRows }, applied }
  } catch (error) {
    store.close()
    throw error
  }
}

/** The rows of one profile of a file, or the issues for which the file, or profiles in it, are rejected. */
export type DocumentResult =
  | { readonly file: string; readonly rows: DocumentRows }
  | { readonly file: string; readonly rows: null; readonly issues: readonly Issue[] }

/**
 * Reads files without a cache, by default one at a time in a process of its own; the results come in the order of the
 * files.
 */
export const readDocuments = async (
  files: readonly SourceFile[],
  options: Partial<ReadingContext> & { readonly jobs?: number } = {},
): Promise<DocumentResult[]> => {
  const { ocr = 'auto', limits = USUAL_LIMITS, progress = () => {}, jobs = 1 } = options
  const pool = createProcessPool(Math.max(1, Math.min(jobs, files.length)), limits)
  const context = { reader: options.reader ?? pool, ocr, limits, progress }
  const results = await mapFiles(files, context, ({ file, packed, rejected }) => [
    ...packed.map((profile): DocumentResult => ({ file, rows: unpackRows(profile) })),
    ...(rejected.length === 0 ? [] : [{ file, rows: null, issues: rejected }]),
  ]).finally(pool.destroy)
  return results.flat()
}

/** The runs and lines of one file as JSON, or the reason why not; it is read in this process. */
export const viewFile = async (
  file: SourceFile,
  ocr: OcrMode,
): Promise<{ readonly json: string } | { readonly message: string }> => {
  const { viewDocument } = await import('./read-document.ts')
  const read = await readSource(file, USUAL_LIMITS)
  if ('issue' in read) return { message: read.issue.message }
  const options = { ocr, limits: contentLimits(USUAL_LIMITS) }
  return viewDocument({ source: read.source, options }).catch((error: unknown) =>
    at(rejectFault(file.name, error).rejected, 0),
  )
}
