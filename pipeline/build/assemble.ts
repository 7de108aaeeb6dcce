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

interface Sorting {
  readonly kept: readonly DocumentRows[]
  readonly issues: readonly Issue[]
}

/** Sets aside files with the same bytes as one before them, and specimens that lie beside real profiles. */
const chooseDocuments = (results: readonly DocumentResult[]): Sorting => {
  const issues: Issue[] = []
  const firstByHash = new Map<string, string>()
  const distinct: DocumentRows[] = []
  for (const result of results) {
    if (result.rows === null) {
      issues.push(...result.issues)
      continue
    }
    const { sha256, file_name } = result.rows.document
    const first = firstByHash.get(sha256)
    if (first === undefined) {
      firstByHash.set(sha256, file_name)
      distinct.push(result.rows)
    } else issues.push(makeIssue('duplicate_document', { document: file_name, value: first }))
  }
  const isSpecimen = ({ document }: DocumentRows): boolean => document.collection === 'specimen'
  if (distinct.every(isSpecimen)) return { kept: distinct, issues }
  const specimens = distinct.filter(isSpecimen)
  issues.push(
    ...specimens.map(({ document }) => makeIssue('specimen_left_out', { document: document.file_name })),
  )
  return { kept: distinct.filter((rows) => !isSpecimen(rows)), issues }
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
