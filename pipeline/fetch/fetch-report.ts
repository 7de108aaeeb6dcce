import {
  FETCH_OUTCOMES,
  type FetchedDocument,
  type FetchOutcome,
  type FetchReport,
} from '../../schemas/index.ts'
import { receivedBytes } from './fetch-sources.ts'

/** What a run was, apart from its documents. */
export interface FetchRun {
  readonly lock: string
  /** Milliseconds since 1970. */
  readonly started: number
  readonly ended: number
  /** Hosts that cannot be reached, and why. */
  readonly unreachable: ReadonlyMap<string, string>
  /** Whether there was anything to ask for, and no host for it could be reached. */
  readonly offline: boolean
}

const isOutcome = (key: string): key is FetchOutcome => key in FETCH_OUTCOMES

/** The report of a run. */
export const fetchReportOf = (documents: readonly FetchedDocument[], run: FetchRun): FetchReport => {
  const counts = { fetched: 0, from_archive: 0, new_edition: 0, unchanged: 0, present: 0, failed: 0 }
  for (const { outcome } of documents) if (isOutcome(outcome)) counts[outcome]++
  return {
    version: 1,
    started: new Date(run.started).toISOString(),
    seconds: (run.ended - run.started) / 1000,
    lock: run.lock,
    offline: run.offline,
    counts,
    bytes: receivedBytes(documents),
    unreachable: Object.fromEntries(run.unreachable),
    documents: [...documents],
  }
}
