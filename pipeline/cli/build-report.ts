import { relative } from 'node:path'
import type { Issue } from '../../schemas/index.ts'
import type { BuildResult } from '../build/index.ts'
import type { Finding } from '../release/index.ts'
import { oneLine } from './visible-controls.ts'

const MAX_NAMED = 20

const count = (value: number): string => value.toLocaleString('en-GB')

const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Counts the reasons why documents were rejected, the most frequent first. */
export const countReasons = (issues: readonly Issue[]): string =>
  [...Map.groupBy(issues, ({ code }) => code)]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([code, { length }]) => `${code} ${count(length)}`)
    .join(', ')

const rejectedLines = (issues: readonly Issue[]): string[] => {
  if (issues.length === 0) return []
  const documents = new Set(issues.map((issue) => issue.document)).size
  const rest = issues.length - MAX_NAMED
  return [
    `Rejected: ${plural(documents, 'document')} (${countReasons(issues)}).`,
    ...issues.slice(0, MAX_NAMED).map((issue) => oneLine(`  ${issue.document}: ${issue.message}`)),
    ...(rest > 0 ? [`  and ${count(rest)} more`] : []),
  ]
}

const SAMPLE_NOTICE = `
These are SAMPLES: profiles about invented places, shipped with the project to try it out. They say nothing about any
country, and the outputs are marked as samples. For the real dataset run \`make all\` with a network connection, or put the
ITU’s Cyberwellness Profiles (PDF or text) into raw/files/ first, or run \`make build INPUT=folder OUT=folder\`.`

const list = (findings: readonly Finding[]): string[] =>
  findings.map(({ message }) => oneLine(`  ${message}`))

/** A path relative to the current folder, if it is below it. */
const shortenPath = (path: string): string => {
  const fromHere = relative('', path)
  return fromHere.startsWith('..') ? path : fromHere
}

const checkLines = ({ check, rejected }: BuildResult, out: string): string[] => {
  if (check === null) return []
  const { reasons, remarks, acceptable } = check
  const remarkLines = remarks.length > 0 ? ['Before you use this release:', ...list(remarks)] : []
  if (reasons.length === 0) return remarkLines
  if (rejected === null) return [...remarkLines, 'Accepted although:', ...list(reasons)]
  return [
    ...remarkLines,
    `Not published; ${out} is unchanged. Reasons:`,
    ...list(reasons),
    `To see what changed: cyberwellness diff ${out} ${shortenPath(rejected)}`,
    ...(acceptable ? ['To publish it all the same, run it again with --accept (make all ACCEPT=1).'] : []),
  ]
}

/** The closing summary of a build. */
export const buildReport = (result: BuildResult, out: string): string => {
  const { summary, files } = result
  const indicators = [...summary.statuses.values()].reduce((sum, rows) => sum + rows, 0)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return [
    `Read ${count(summary.documents)} of ${plural(result.found, 'document')} about ${plural(summary.countries, 'country', 'countries')}: ${plural(indicators, 'indicator')}, ${plural(summary.items, 'item')}.`,
    `Statuses: ${[...summary.statuses].map(([status, rows]) => `${status} ${count(rows)}`).join(', ')}.`,
    ...rejectedLines(result.setAside),
    `Issues: ${plural(summary.issues.error, 'error')} and ${plural(summary.issues.warning, 'warning')} (issues.json); ${plural(summary.reviewRows, 'row')} for human review (review.csv).`,
    `Wrote ${plural(files.length, 'file')}, ${size(bytes)}, to ${result.rejected === null ? out : shortenPath(result.rejected)}.`,
    ...checkLines(result, out),
    ...(summary.collection === 'specimen' ? [SAMPLE_NOTICE] : []),
    '',
  ].join('\n')
}
