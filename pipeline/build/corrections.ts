import { hash } from 'node:crypto'
import {
  CORRECTION_COLUMNS,
  CORRECTION_RULE,
  type Correction,
  correction as correctionSchema,
  DOCUMENT_ID,
  type Indicator,
  type Issue,
  type IssueCode,
  makeIssue,
} from '../../schemas/index.ts'
import { parseCsv } from '../io/csv-file.ts'
import { CliError, EXIT } from '../io/errors.ts'
import { fingerprintNote } from '../io/note-fingerprint.ts'
import { readInputFile } from '../io/regular-file.ts'
import type { DocumentRows } from '../normalize/index.ts'

export type ListedCorrection = ReturnType<typeof parseCsv<Correction>>[number]

/**
 * The corrections that a CSV text lists, in its order.
 * @throws Error that names the line which is not a correction, or corrects a cell again
 */
export const parseCorrections = (text: string): ListedCorrection[] => {
  const listed = parseCsv(text, CORRECTION_COLUMNS, correctionSchema)
  const firstLines = new Map<string, number>()
  for (const { line, row } of listed) {
    const cell = `${row.document_id} ${row.section_code} ${row.column}`
    // a profile may have another note in another file; a document has one
    const isDocument = DOCUMENT_ID.test(row.document_id)
    const key = isDocument ? cell : `${cell} ${row.note_sha256}${row.note_fingerprint}`
    const first = firstLines.get(key)
    if (first !== undefined) throw new Error(`line ${line}: ${cell} is corrected already on line ${first}`)
    firstLines.set(key, line)
  }
  return listed
}

/** @throws CliError that names the file and the line */
export const readCorrections = (path: string): Promise<ListedCorrection[]> =>
  readInputFile(path, 'corrections file', parseCorrections)

/** The issues that a correction of a column settles. */
const SETTLED_ISSUES: Readonly<Record<Correction['column'], readonly IssueCode[]>> = {
  status: ['status_unclassified'],
  value: ['figure_missing', 'figure_unreadable'],
}

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

const makeNotice = (
  { column, value, who, reason }: Correction,
  row: Indicator,
  document: DocumentRows['document'],
): Issue => {
  const change = `${column} ${row[column] ?? 'null'} became ${value} by ${who} (${reason})`
  const place = { document: document.file_name, section: row.section_code, page: row.page, value: change }
  return { ...makeIssue('correction_applied', place), document_id: document.document_id }
}

const correctDocument = (rows: DocumentRows, corrections: readonly Correction[]): DocumentRows => {
  const { document } = rows
  const find = (section: string | null): Correction | undefined =>
    corrections.findLast(({ section_code }) => section_code === section)
  const isSettled = ({ section_code, code }: Issue): boolean => {
    const correction = find(section_code)
    return correction !== undefined && SETTLED_ISSUES[correction.column].includes(code)
  }
  const settled = rows.issues.filter((issue) => isSettled(issue) && issue.severity !== 'notice')
  const corrected = rows.indicators.map((row) => ({ row, correction: find(row.section_code) }))
  const notices = corrected.flatMap(({ row, correction }) =>
    correction ? [makeNotice(correction, row, document)] : [],
  )
  return {
    ...rows,
    document: { ...document, warnings: document.warnings - settled.length },
    indicators: corrected.map(({ row, correction }) => (correction ? correctRow(row, correction) : row)),
    review: rows.review.filter(({ section_code }) => find(section_code) === undefined),
    issues: [...rows.issues.filter((issue) => !isSettled(issue)), ...notices],
  }
}

/** The digest of a note that a correction names, fingerprint or SHA-256; a missing note counts as an empty one. */
const digestNote = ({ note_fingerprint }: Correction, note: string | null): string =>
  note_fingerprint === '' ? hash('sha256', note ?? '', 'hex') : fingerprintNote(note)

/** Whether a correction was made for these words, in any document of the country; an empty note has no words. */
const applies = (correction: Correction, { document_id, section_code, note }: Indicator): boolean => {
  const isSameProfile =
    document_id === correction.document_id || document_id.startsWith(`${correction.document_id}-`)
  return (
    section_code === correction.section_code &&
    (isSameProfile || note !== null) &&
    digestNote(correction, note) === (correction.note_fingerprint || correction.note_sha256)
  )
}

const describeOutdated = ({ line, row }: ListedCorrection, note: string | null): string => {
  const kind = row.note_fingerprint === '' ? 'SHA-256' : 'fingerprint'
  return `${row.document_id} ${row.section_code} (line ${line}; the note’s ${kind} is now ${digestNote(row, note)})`
}

/**
 * Replaces what the rules decided by what a person settled. A correction is found by country, section and note; one that
 * names this very document, but another note, is outdated, and the document stays as it is. `applied` are the lines of
 * the corrections that were taken.
 */
export const correctRows = (rows: DocumentRows, listed: readonly ListedCorrection[]) => {
  const { document_id, country_code } = rows.document
  const own = listed.filter(({ row }) => row.document_id.startsWith(`${country_code.toLowerCase()}-`))
  const applied = own.filter(({ row }) => rows.indicators.some((indicator) => applies(row, indicator)))
  const outdated = own
    .filter((entry) => entry.row.document_id === document_id && !applied.includes(entry))
    .map((entry) => {
      const indicator = rows.indicators.find(({ section_code }) => section_code === entry.row.section_code)
      return describeOutdated(entry, indicator?.note ?? null)
    })
  if (applied.length === 0 || outdated.length > 0) return { rows, outdated, applied: [] }
  const corrections = applied.map(({ row }) => row)
  return { rows: correctDocument(rows, corrections), outdated, applied: applied.map(({ line }) => line) }
}

/** @throws CliError if corrections are outdated: nothing may be built on them */
export const refuseOutdated = (places: readonly string[]): void => {
  if (places.length === 0) return
  throw new CliError(
    EXIT.nothing,
    `Notes have changed since they were corrected: ${[...new Set(places)].join(', ')}; read each again, then renew its hash in the corrections file or remove its line.`,
  )
}

/** Reports the corrections that no document used, given the lines that were used. */
export const reportUnusedCorrections = (
  listed: readonly ListedCorrection[],
  applied: ReadonlySet<number>,
): Issue[] =>
  listed
    .filter(({ line }) => !applied.has(line))
    .map(({ row: { document_id, section_code, column } }) => ({
      ...makeIssue('correction_unused', { document: document_id, section: section_code, value: column }),
      document_id: DOCUMENT_ID.test(document_id) ? document_id : null,
    }))
