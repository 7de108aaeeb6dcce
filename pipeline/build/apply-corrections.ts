import { hash } from 'node:crypto'
import {
  CORRECTION_RULE,
  type Correction,
  type Indicator,
  type Issue,
  type IssueCode,
  makeIssue,
} from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import type { DocumentRows } from '../normalize/index.ts'
import type { ListedCorrection } from './read-corrections.ts'

/** The rows of a document with its corrections applied. */
export interface Corrected {
  readonly rows: DocumentRows
  /** The corrections whose note has changed: place, line, and the hash of the note now. */
  readonly outdated: readonly string[]
}

/** The issues that a correction of a column settles. */
const SETTLED_ISSUES: Readonly<Record<Correction['column'], readonly IssueCode[]>> = {
  status: ['status_unclassified'],
  value: ['figure_missing', 'figure_unreadable'],
}

/** A missing note counts as an empty one, as in the review list. */
const hashNote = (note: string | null): string => hash('sha256', note ?? '', 'hex')

/** The whole note is the evidence, since a person read all of it. */
const correctRow = (row: Indicator, correction: Correction): Indicator => ({
  ...row,
  ...(correction.column === 'status'
    ? { status: correction.value }
    : { value: correction.value, status: 'reported' }),
  confidence: 'reviewed',
  status_rule: CORRECTION_RULE,
  evidence: row.note,
  derivation: 'corrected',
})

const makeNotice = (correction: Correction, row: Indicator, document: DocumentRows['document']): Issue => {
  const { column, value, who, reason } = correction
  const change = `${column} ${row[column] ?? 'null'} became ${value} by ${who} (${reason})`
  const place = { document: document.file_name, section: row.section_code, page: row.page, value: change }
  return { ...makeIssue('correction_applied', place), document_id: document.document_id }
}

const settles = (correction: Correction, issue: Issue): boolean =>
  issue.section_code === correction.section_code && SETTLED_ISSUES[correction.column].includes(issue.code)

const correctDocument = (rows: DocumentRows, corrections: readonly Correction[]): DocumentRows => {
  const findCorrection = (code: string): Correction | undefined =>
    corrections.find((correction) => correction.section_code === code)
  const settled = rows.issues.filter((issue) => corrections.some((correction) => settles(correction, issue)))
  const notices = rows.indicators.flatMap((row) => {
    const correction = findCorrection(row.section_code)
    return correction ? [makeNotice(correction, row, rows.document)] : []
  })
  return {
    ...rows,
    document: {
      ...rows.document,
      warnings: rows.document.warnings - settled.filter((issue) => issue.severity !== 'notice').length,
    },
    indicators: rows.indicators.map((row) => {
      const correction = findCorrection(row.section_code)
      return correction ? correctRow(row, correction) : row
    }),
    review: rows.review.filter((row) => findCorrection(row.section_code) === undefined),
    issues: [...rows.issues.filter((issue) => !settled.includes(issue)), ...notices],
  }
}

const findOutdated = (rows: DocumentRows, listed: readonly ListedCorrection[]): string[] =>
  listed.flatMap(({ line, correction }) => {
    const row = rows.indicators.find(({ section_code }) => section_code === correction.section_code)
    const now = hashNote(row?.note ?? null)
    return now === correction.note_sha256
      ? []
      : [
          `${correction.document_id} ${correction.section_code} (line ${line}; the note’s SHA-256 is now ${now})`,
        ]
  })

/**
 * Replaces what the rules decided by what a person settled; a document with an outdated correction stays as it is.
 */
export const correctRows = (rows: DocumentRows, listed: readonly ListedCorrection[]): Corrected => {
  const own = listed.filter(({ correction }) => correction.document_id === rows.document.document_id)
  if (own.length === 0) return { rows, outdated: [] }
  const outdated = findOutdated(rows, own)
  if (outdated.length > 0) return { rows, outdated }
  return {
    rows: correctDocument(
      rows,
      own.map(({ correction }) => correction),
    ),
    outdated,
  }
}

/** @throws CliError where corrections are outdated: nothing may be built on them */
export const refuseOutdated = (places: readonly string[]): void => {
  if (places.length === 0) return
  throw new CliError(
    EXIT.nothing,
    `Notes have changed since they were corrected: ${[...new Set(places)].join(', ')}; read each again, then renew its hash in the corrections file or remove its line.`,
  )
}

/** Reports the corrections of documents that were not read. */
export const reportUnusedCorrections = (
  listed: readonly ListedCorrection[],
  read: ReadonlySet<string>,
): Issue[] =>
  listed
    .filter(({ correction }) => !read.has(correction.document_id))
    .map(({ correction: { document_id, section_code, column } }) => ({
      ...makeIssue('correction_unused', { document: document_id, section: section_code, value: column }),
      document_id,
    }))
