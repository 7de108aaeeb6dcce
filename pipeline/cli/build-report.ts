import { relative } from 'node:path'
import type { Issue } from '../../schemas/index.ts'
import type { BuildResult } from '../build/index.ts'
import type { Finding } from '../release/index.ts'
import { oneLine } from './visible-controls.ts'

/** How many set-aside documents are named before the rest is only counted. */
const NAMED_AT_MOST = 20

const count = (value: number): string => value.toLocaleString('en-GB')

const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Documents that were left out for a fault; a second copy of the same bytes is none. */
export const faults = (setAside: readonly Issue[]): Issue[] =>
  setAside.filter((issue) => issue.severity === 'error')

/** Counts the reasons why documents were rejected, the most frequent first. */
export const countReasons = (issues: readonly Issue[]): string =>
  [...Map.groupBy(issues, ({ code }) => code)]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([code, { length }]) => `${code} ${count(length)}`)
    .join(', ')

const setAsideLines = (issues: readonly Issue[]): string[] => {
  if (issues.length === 0) return []
  const documents = new Set(issues.map((issue) => issue.document)).size
  const named = issues
    .slice(0, NAMED_AT_MOST)
    .map((issue) => oneLine(`  ${issue.document}: ${issue.message}`))
  const rest = issues.length - named.length
  return [
    `Set aside: ${plural(documents, 'document')} (${countReasons(issues)}).`,
    ...named,
    ...(rest > 0 ? [`  and ${count(rest)} more`] : []),
  ]
}

const SPECIMEN_NOTICE = [
  'These are SPECIMENS: profiles about invented places that the project ships so that every step can be tried.',
  'They say nothing about any country, and the outputs are marked so. For the real dataset run `make all` with a',
  'network, which fetches the profiles, or put the ITU’s Cyberwellness Profiles (PDF or text) into raw/files/ first,',
  'or run `make build INPUT=folder OUT=folder` on a folder that holds them.',
].join('\n')

const list = (findings: readonly Finding[]): string[] =>
  findings.map(({ message }) => oneLine(`  ${message}`))

/** A folder as a person would name it: from where they are, unless it is elsewhere. */
const shownPath = (path: string): string => {
  const fromHere = relative('', path)
  return fromHere.startsWith('..') ? path : fromHere
}

const verdictLines = ({ verdict, rejected }: BuildResult, out: string): string[] => {
  if (verdict === null) return []
  const { reasons, remarks, acceptable } = verdict
  const remarkLines = remarks.length > 0 ? ['Before you use this release:', ...list(remarks)] : []
  if (reasons.length === 0) return remarkLines
  if (rejected === null) return [...remarkLines, 'Accepted although:', ...list(reasons)]
  return [
    ...remarkLines,
    `Not published; ${out} is unchanged. Reasons:`,
    ...list(reasons),
    `To see what changed: cyberwellness diff ${out} ${shownPath(rejected)}`,
    ...(acceptable ? ['To publish it all the same, run it again with --accept (make all ACCEPT=1).'] : []),
  ]
}

/** The closing summary of a build, for a person. */
export const buildReport = (result: BuildResult, out: string): string => {
  const { summary, files } = result
  const indicators = [...summary.statuses.values()].reduce((sum, rows) => sum + rows, 0)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return [
    `Read ${count(summary.documents)} of ${plural(result.found, 'document')} about ${plural(summary.countries, 'country', 'countries')}: ${plural(indicators, 'indicator')}, ${plural(summary.items, 'item')}.`,
    `Statuses: ${[...summary.statuses].map(([status, rows]) => `${status} ${count(rows)}`).join(', ')}.`,
    ...setAsideLines(result.setAside),
    `Issues: ${plural(summary.issues.error, 'error')} and ${plural(summary.issues.warning, 'warning')} (issues.json); ${plural(summary.reviewRows, 'row')} for a person to look at (review.csv).`,
    `Wrote ${plural(files.length, 'file')}, ${size(bytes)}, to ${result.rejected === null ? out : shownPath(result.rejected)}.`,
    ...verdictLines(result, out),
    ...(summary.collection === 'specimen' ? ['', SPECIMEN_NOTICE] : []),
    '',
  ].join('\n')
}
