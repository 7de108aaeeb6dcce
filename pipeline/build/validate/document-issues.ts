import {
  boxes,
  documents,
  type Issue,
  indicators,
  items,
  makeIssue,
  review,
  SECTION_CODES,
} from '../../../schemas/index.ts'
import type { DocumentRows } from '../../normalize/index.ts'
import { keyIssues, type TablePart } from './key-issues.ts'
import { rowIssues } from './row-issues.ts'

/** Whether there is one indicator for each entry of the catalogue, in its order. */
const completeness = ({ document, indicators: rows }: DocumentRows): Issue[] => {
  const codes = rows.map((row) => row.section_code).join(' ')
  return codes === SECTION_CODES.join(' ')
    ? []
    : [makeIssue('rows_missing', { document: document.file_name, value: codes })]
}

/** Evidence must be words of the note. */
const evidence = ({ document, indicators: rows }: DocumentRows): Issue[] =>
  rows
    .filter((row) => row.evidence !== null && row.note?.includes(row.evidence) !== true)
    .map((row) =>
      makeIssue('row_invalid', {
        document: document.file_name,
        section: row.section_code,
        value: `indicators: evidence is not part of the note: ${row.evidence}`,
      }),
    )

/** The rules that the rows of one document must keep by themselves. */
export const documentIssues = (rows: DocumentRows): Issue[] => {
  const { document_id, file_name } = rows.document
  const parts: readonly TablePart[] = [
    { table: documents, rows: [rows.document] },
    { table: indicators, rows: rows.indicators },
    { table: items, rows: rows.items },
    { table: boxes, rows: rows.boxes },
    { table: review, rows: rows.review },
  ]
  return [
    ...parts.flatMap(({ table, rows: some }) => rowIssues(table, some, () => file_name)),
    ...keyIssues(parts, document_id, file_name),
    ...completeness(rows),
    ...evidence(rows),
  ].map((issue) => ({ ...issue, document_id }))
}
