import { relative } from 'node:path'
import type { Issue } from '../../schemas/index.ts'
import type { BuildResult } from '../build/index.ts'
import { formatCount, listFirst, plural } from '../io/count-text.ts'
import type { Finding } from '../release/index.ts'
import { indent, oneLine } from './terminal-text.ts'

const formatSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

export const countReasons = (issues: readonly Issue[]): string =>
  [...Map.groupBy(issues, ({ code }) => code)]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([code, { length }]) => `${code} ${formatCount(length)}`)
    .join(', ')

const listRejected = (issues: readonly Issue[]): string[] => {
  if (issues.length === 0) return []
  const documents = new Set(issues.map(({ document }) => document)).size
  return [
    `Rejected: ${plural(documents, 'document')} (${countReasons(issues)}).`,
    ...listFirst(issues.map(({ document, message }) => oneLine(`${document}: ${message}`))).map(indent),
  ]
}

const SAMPLE_NOTICE = `
These are SAMPLES: profiles about invented places, shipped with the project to try it out. They say nothing about any
country, and the outputs are marked as samples. For the real dataset run \`make all\` with a network connection, or put the
ITU’s Cyberwellness Profiles (PDF or text) into raw/files/ first, or run \`make build INPUT=folder OUT=folder\`.`

const listFindings = (title: string, findings: readonly Finding[]): string[] =>
  findings.length === 0 ? [] : [title, ...findings.map(({ message }) => indent(oneLine(message)))]

const shortenPath = (path: string): string => {
  const fromHere = relative('', path)
  return fromHere.startsWith('..') ? path : fromHere
}

const describeCheck = ({ check, rejected }: BuildResult, out: string): string[] => {
  if (check === null) return []
  const remarks = listFindings('Before you use this release:', check.remarks)
  if (rejected === null) return [...remarks, ...listFindings('Accepted although:', check.reasons)]
  return [
    ...remarks,
    ...listFindings(`Not published; ${out} is unchanged. Reasons:`, check.reasons),
    `To see what changed: cyberwellness diff ${out} ${shortenPath(rejected)}`,
    ...(check.acceptable
      ? ['To publish it all the same, run it again with --accept (make all ACCEPT=1).']
      : []),
  ]
}

export const buildReport = (result: BuildResult, out: string): string => {
  const { summary, files, found, rejected } = result
  const { documents, countries, statuses, items, issues, reviewRows, collection } = summary
  const indicators = [...statuses.values()].reduce((sum, rows) => sum + rows, 0)
  const isSample = ({ code }: Issue): boolean => code === 'specimen_left_out'
  const samples = plural(result.setAside.filter(isSample).length, 'sample profile')
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return [
    `Read ${formatCount(documents)} of ${plural(found, 'document')} about ${plural(countries, 'country', 'countries')}: ${plural(indicators, 'indicator')}, ${plural(items, 'item')}.`,
    `Statuses: ${[...statuses].map(([status, rows]) => `${status} ${formatCount(rows)}`).join(', ')}.`,
    ...(result.setAside.some(isSample) ? [`Left out: ${samples}, because real profiles were read.`] : []),
    ...listRejected(result.setAside.filter((issue) => !isSample(issue))),
    `Issues: ${plural(issues.error, 'error')} and ${plural(issues.warning, 'warning')} (issues.json); ${plural(reviewRows, 'row')} for human review (review.csv).`,
    `Wrote ${plural(files.length, 'file')}, ${formatSize(bytes)}, to ${rejected === null ? out : shortenPath(rejected)}.`,
    ...describeCheck(result, out),
    ...(collection === 'specimen' ? [SAMPLE_NOTICE] : []),
    '',
  ].join('\n')
}
