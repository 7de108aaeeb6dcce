import { hash } from 'node:crypto'
import {
  CORRECTION_RULE,
  type Correction,
  DOCUMENT_ID,
  type Indicator,
  type Issue,
  type IssueCode,
  makeIssue,
} from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { fingerprintNote } from '../io/note-fingerprint.ts'
import type { DocumentRows } from '../normalize/index.ts'
import type { ListedCorrection } from './read-corrections.ts'

/** The rows of a document with its corrections applied. */
export interface Corrected {
  readonly rows: DocumentRows
  /** The corrections whose note has changed: place, line, and the hash of the note now. */
  readonly outdated: readonly string[]
  /** The lines of the corrections that were taken. */
  readonly applied: readonly number[]
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
  evidence_is_note: row.note !== null,
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

const isNote = ({ note_sha256, note_fingerprint }: Correction, note: string | null): boolean =>
  note_fingerprint === '' ? hashNote(note) === note_sha256 : fingerprintNote(note) === note_fingerprint

/** Whether a correction was made for these words, in any document of the country; an empty note has no words. */
const applies = (correction: Correction, row: Indicator): boolean => {
  const { document_id } = row
  const isSameProfile =
    document_id === correction.document_id || document_id.startsWith(`${correction.document_id}-`)
  return (
    row.section_code === correction.section_code &&
    (isSameProfile || row.note !== null) &&
    isNote(correction, row.note)
  )
}

const describeOutdated = ({ line, correction }: ListedCorrection, note: string | null): string => {
  const now =
    correction.note_fingerprint === ''
      ? `SHA-256 is now ${hashNote(note)}`
      : `fingerprint is now ${fingerprintNote(note)}`
  return `${correction.document_id} ${correction.section_code} (line ${line}; the note’s ${now})`
}

/** The corrections of documents of a country. */
export const findCorrections = (
  listed: readonly ListedCorrection[],
  countryCode: string,
): readonly ListedCorrection[] =>
  listed.filter(({ correction }) => correction.document_id.startsWith(`${countryCode.toLowerCase()}-`))

/**
 * Replaces what the rules decided by what a person settled. A correction is found by country, section and note; one that
 * names this very document, but another note, is outdated, and the document stays as it is.
 */
export const correctRows = (rows: DocumentRows, listed: readonly ListedCorrection[]): Corrected => {
  const { document_id, country_code } = rows.document
  const own = findCorrections(listed, country_code)
  const applied = own.filter(({ correction }) => rows.indicators.some((row) => applies(correction, row)))
  const outdated = own
    .filter((entry) => entry.correction.document_id === document_id && !applied.includes(entry))
    .map((entry) => {
      const row = rows.indicators.find(({ section_code }) => section_code === entry.correction.section_code)
      return describeOutdated(entry, row?.note ?? null)
    })
  if (applied.length === 0 || outdated.length > 0) return { rows, outdated, applied: [] }
  return {
    rows: correctDocument(
      rows,
      applied.map(({ correction }) => correction),
    ),
    outdated,
    applied: applied.map(({ line }) => line),
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

/** Reports the corrections that no document took, by the lines that were taken. */
export const reportUnusedCorrections = (
  listed: readonly ListedCorrection[],
  applied: ReadonlySet<number>,
): Issue[] =>
  listed
    .filter(({ line }) => !applied.has(line))
    .map(({ correction: { document_id, section_code, column } }) => ({
      ...makeIssue('correction_unused', { document: document_id, section: section_code, value: column }),
      document_id: DOCUMENT_ID.test(document_id) ? document_id : null,
    }))
