import { type PublishedFile, publishRelease, ReleaseRejected } from '../publish/index.ts'
import type { ReleaseCheck } from '../release/index.ts'
import type { BuildRequest } from './build-request.ts'
import { explorerOf } from './explorer-of.ts'
import { gateOf } from './gate-of.ts'
import type { ReleasePlan } from './plan-release.ts'
import { plannedContent } from './planned-content.ts'
import type { ReadFiles } from './read-files.ts'

/** What publishing a plan came to. */
export interface PublishedPlan {
  readonly files: readonly PublishedFile[]
  /** Where they lie when they were rejected. */
  readonly rejected: string | null
  readonly verdict: ReleaseCheck | null
}

type Written = Pick<PublishedPlan, 'files' | 'rejected'>

const inPlace = (files: readonly PublishedFile[]): Written => ({ files, rejected: null })

const asRejected = (error: unknown): Written => {
  if (error instanceof ReleaseRejected) return { files: error.files, rejected: error.folder }
  throw error
}

/** Publishes what is planned, or puts it beside the former release where it does not take its place. */
export const publishPlan = async (
  plan: ReleasePlan,
  read: ReadFiles,
  { out, created, homepage, explorer, accept }: BuildRequest,
): Promise<PublishedPlan> => {
  const gate = gateOf(accept ?? false)
  const written = await publishRelease({ ...plannedContent(plan, read.rowsOf), created, homepage }, out, {
    explorer: explorer ? explorerOf(plan, read, homepage) : undefined,
    inspect: gate.inspect,
  }).then(inPlace, asRejected)
  return { ...written, verdict: gate.verdict() }
}
