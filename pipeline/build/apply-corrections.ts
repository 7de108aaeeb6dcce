import { hash } from 'node:crypto'
import {
  CORRECTION_RULE,
  type Correction,
  type Indicator,
  type Issue,
  type IssueCode,
  makeIssue,
} from '../../schemas/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import type { ListedCorrection } from './parse-corrections.ts'

/** Corrections whose notes have changed since a person read them; nothing may be built on them. */
export class CorrectionOutdated extends Error {
  override readonly name = 'CorrectionOutdated'
}

/** The rows of a document with its corrections applied, and the corrections that its notes have outgrown. */
export interface Corrected {
  readonly rows: DocumentRows
  /** The places of corrections whose note has changed, each with the note’s hash as it is now. */
  readonly outdated: readonly string[]
}

/** The issues that a correction of a column settles. */
const SETTLED_ISSUES: Readonly<Record<Correction['column'], readonly IssueCode[]>> = {
  status: ['status_unclassified'],
  value: ['figure_missing', 'figure_unreadable'],
}

/** A note by its SHA-256; a missing note counts as an empty one, as in the review list. */
const noteSha256 = (note: string | null): string => hash('sha256', note ?? '', 'hex')

/** The row as settled; the whole note is the evidence, since a person read all of it. */
const correctedRow = (row: Indicator, correction: Correction): Indicator => ({
  ...row,
  ...(correction.column === 'status'
    ? { status: correction.value }
    : { value: correction.value, status: 'reported' }),
  confidence: 'reviewed',
  status_rule: CORRECTION_RULE,
  evidence: row.note,
  derivation: 'corrected',
})

const noticeOf = (correction: Correction, row: Indicator, document: DocumentRows['document']): Issue => {
  const { column, value, who, reason } = correction
  const change = `${column} ${row[column] ?? 'null'} became ${value} by ${who} (${reason})`
  const place = { document: document.file_name, section: row.section_code, page: row.page, value: change }
  return { ...makeIssue('correction_applied', place), document_id: document.document_id }
}

const settles = (correction: Correction, issue: Issue): boolean =>
  issue.section_code === correction.section_code && SETTLED_ISSUES[correction.column].includes(issue.code)

const correctDocument = (rows: DocumentRows, corrections: readonly Correction[]): DocumentRows => {
  const correctionOf = (code: string): Correction | undefined =>
    corrections.find((correction) => correction.section_code === code)
  const settled = rows.issues.filter((issue) => corrections.some((correction) => settles(correction, issue)))
  const notices = rows.indicators.flatMap((row) => {
    const correction = correctionOf(row.section_code)
    return correction ? [noticeOf(correction, row, rows.document)] : []
  })
  return {
    ...rows,
    document: {
      ...rows.document,
      warnings: rows.document.warnings - settled.filter((issue) => issue.severity !== 'notice').length,
    },
    indicators: rows.indicators.map((row) => {
      const correction = correctionOf(row.section_code)
      return correction ? correctedRow(row, correction) : row
    }),
    review: rows.review.filter((row) => correctionOf(row.section_code) === undefined),
    issues: [...rows.issues.filter((issue) => !settled.includes(issue)), ...notices],
  }
}

const outdatedPlaces = (rows: DocumentRows, listed: readonly ListedCorrection[]): string[] =>
  listed.flatMap(({ line, correction }) => {
    const row = rows.indicators.find(({ section_code }) => section_code === correction.section_code)
    const now = noteSha256(row?.note ?? null)
    return now === correction.note_sha256
      ? []
      : [
          `${correction.document_id} ${correction.section_code} (line ${line}; the note’s SHA-256 is now ${now})`,
        ]
  })

/**
 * Puts what persons settled in place of what the rules decided; a document without a correction stays as it is, and
 * so does one with an outdated correction.
 */
export const correctRows = (rows: DocumentRows, listed: readonly ListedCorrection[]): Corrected => {
  const own = listed.filter(({ correction }) => correction.document_id === rows.document.document_id)
  if (own.length === 0) return { rows, outdated: [] }
  const outdated = outdatedPlaces(rows, own)
  if (outdated.length > 0) return { rows, outdated }
  return {
    rows: correctDocument(
      rows,
      own.map(({ correction }) => correction),
    ),
    outdated,
  }
}

/** @throws CorrectionOutdated where there are such places */
export const refuseOutdated = (places: readonly string[]): void => {
  if (places.length === 0) return
  throw new CorrectionOutdated(
    `Notes have changed since they were corrected: ${[...new Set(places)].join(', ')}; read each again, then renew its hash in the corrections file or remove its line.`,
  )
}

/** The corrections of documents that were not read, as issues. */
export const unusedCorrections = (listed: readonly ListedCorrection[], read: ReadonlySet<string>): Issue[] =>
  listed
    .filter(({ correction }) => !read.has(correction.document_id))
    .map(({ correction: { document_id, section_code, column } }) => ({
      ...makeIssue('correction_unused', { document: document_id, section: section_code, value: column }),
      document_id,
    }))
