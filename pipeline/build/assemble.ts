import {
  type Dataset,
  type DocumentRow,
  type Issue,
  type MatrixRow,
  makeIssue,
  SECTION_CODES,
  sectionRows,
} from '../../schemas/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import { distinctProfiles, type Sorting } from './distinct-profiles.ts'
import type { DocumentResult } from './read-document.ts'

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** Country code, source date (undated first), document id: the published order of documents. */
const byCountryAndDate = (left: DocumentRow, right: DocumentRow): number =>
  compare(left.country_code, right.country_code) ||
  compare(left.source_date ?? '', right.source_date ?? '') ||
  compare(left.document_id, right.document_id)

const byPlace = (left: Issue, right: Issue): number =>
  compare(left.document, right.document) ||
  compare(left.section_code ?? '', right.section_code ?? '') ||
  compare(left.code, right.code) ||
  compare(left.value ?? '', right.value ?? '')

/** Sets aside the profiles of files with the same bytes as one before them; one issue a file. */
const distinctFiles = (results: readonly DocumentResult[]): Sorting => {
  const issues: Issue[] = []
  const firstFiles = new Map<string, string>()
  const duplicates = new Set<string>()
  const kept: DocumentRows[] = []
  for (const result of results) {
    if (result.rows === null) {
      issues.push(...result.issues)
      continue
    }
    const { sha256, document_id, file_name } = result.rows.document
    const profile = `${sha256} ${document_id}` // a volume gives several documents of one hash
    const first = firstFiles.get(profile)
    if (first === undefined) {
      firstFiles.set(profile, file_name)
      kept.push(result.rows)
    } else if (!duplicates.has(file_name)) {
      duplicates.add(file_name)
      issues.push(makeIssue('duplicate_document', { document: file_name, value: first }))
    }
  }
  return { kept, issues }
}

/**
 * Sets aside files with the same bytes as one before them, profiles with the same words as a better copy, and
 * specimens that lie beside real profiles.
 */
const chooseDocuments = (results: readonly DocumentResult[]): Sorting => {
  const files = distinctFiles(results)
  const profiles = distinctProfiles(files.kept)
  const issues = [...files.issues, ...profiles.issues]
  const isSpecimen = ({ document }: DocumentRows): boolean => document.collection === 'specimen'
  if (profiles.kept.every(isSpecimen)) return { kept: profiles.kept, issues }
  const leftOut = profiles.kept
    .filter(isSpecimen)
    .map(({ document }) => makeIssue('specimen_left_out', { document: document.file_name }))
  return { kept: profiles.kept.filter((rows) => !isSpecimen(rows)), issues: [...issues, ...leftOut] }
}

/** The ids of the latest document of each country; of two of one date, the one that sorts last. */
const latestIds = (sorted: readonly DocumentRows[]): ReadonlySet<string> =>
  new Set(new Map(sorted.map(({ document }) => [document.country_code, document.document_id])).values())

const matrixOf = (latest: readonly DocumentRows[]): MatrixRow[] =>
  latest.map(({ document, indicators }) => ({
    country_code: document.country_code,
    country: document.country,
    source_date: document.source_date,
    document_id: document.document_id,
    ...Object.fromEntries(
      SECTION_CODES.map((code) => [
        code,
        indicators.find((row) => row.section_code === code)?.status ?? 'not_reported',
      ]),
    ),
  }))

/** Puts the rows of all documents together, in published order; the order of `results` does not show. */
export const assemble = (results: readonly DocumentResult[]): Dataset => {
  const { kept, issues } = chooseDocuments(results.toSorted((left, right) => compare(left.file, right.file)))
  const sorted = kept.toSorted((left, right) => byCountryAndDate(left.document, right.document))
  const latest = latestIds(sorted)
  return {
    collection:
      sorted.length > 0 && sorted.every(({ document }) => document.collection === 'specimen')
        ? 'specimen'
        : 'itu-cyberwellness',
    indicators: sorted.flatMap(({ document, indicators }) =>
      indicators.map((row) => ({ ...row, is_latest: latest.has(document.document_id) })),
    ),
    items: sorted.flatMap(({ items }) => items),
    documents: sorted.map(({ document }) => document),
    sections: sectionRows(),
    boxes: sorted.flatMap(({ boxes }) => boxes),
    matrix: matrixOf(sorted.filter(({ document }) => latest.has(document.document_id))),
    review: sorted.flatMap(({ review }) => review),
    issues: [...issues, ...sorted.flatMap((rows) => rows.issues)].toSorted(byPlace),
  }
}
