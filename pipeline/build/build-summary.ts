import { type Collection, type Issue, STATUSES, type Status } from '../../schemas/index.ts'
import type { ReleasePlan } from './plan-release.ts'

/** What a release holds, in numbers. */
export interface BuildSummary {
  readonly collection: Collection
  readonly documents: number
  readonly countries: number
  /** How many indicators have each status; none that no indicator has. */
  readonly statuses: ReadonlyMap<Status, number>
  readonly items: number
  readonly reviewRows: number
  readonly issues: Readonly<Record<Issue['severity'], number>>
  /** How many of the errors did not set a document aside. */
  readonly brokenRules: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Counts what a plan publishes. */
export const buildSummary = ({ collection, profiles, issues }: ReleasePlan): BuildSummary => {
  const issuesOf = (severity: Issue['severity']): number =>
    sum(profiles.map((profile) => profile.issues[severity])) +
    issues.filter((issue) => issue.severity === severity).length
  const setAside = issues.filter((issue) => issue.severity === 'error' && issue.set_aside).length
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
    issues: { error: issuesOf('error'), warning: issuesOf('warning'), notice: issuesOf('notice') },
    brokenRules: issuesOf('error') - setAside,
  }
}
