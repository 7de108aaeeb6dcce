import { type Dataset, type Issue, makeIssue, matrix, TABLES, VIEWS } from '../../schemas/index.ts'
import { keyIssues, rowIssues } from './row-issues.ts'

/** Rows that refer to a document or section which is not in its table. */
const danglingKeys = (dataset: Dataset, fileOf: (id: string) => string): Issue[] => {
  const documentIds = new Set(dataset.documents.map((row) => row.document_id))
  const sectionCodes = new Set(dataset.sections.map((row) => row.section_code))
  const children = [
    ...dataset.indicators.map((row) => ({ table: 'indicators', ...row })),
    ...dataset.items.map((row) => ({ table: 'items', ...row })),
    ...dataset.boxes.map((row) => ({ table: 'boxes', ...row })),
  ]
  return children
    .filter((row) => !documentIds.has(row.document_id) || !sectionCodes.has(row.section_code))
    .map((row) =>
      makeIssue('key_dangling', {
        document: fileOf(row.document_id),
        section: row.section_code,
        value: `${row.table}: ${row.document_id} ${row.section_code}`,
      }),
    )
}

/** The rules that tables must keep across documents: keys are unique and refer to rows that exist. */
export const datasetIssues = (dataset: Dataset): Issue[] => {
  const files = new Map(dataset.documents.map((row) => [row.document_id, row.file_name]))
  const fileOf = (id: string): string => files.get(id) ?? id
  const documentOf = (row: object): string => ('document_id' in row ? fileOf(String(row.document_id)) : '')
  return [
    ...Object.values(TABLES).flatMap((table) => {
      const rows: readonly { readonly [column: string]: unknown }[] =
        dataset[table.name as keyof typeof TABLES]
      return keyIssues(table, rows, documentOf)
    }),
    ...keyIssues(VIEWS.matrix, dataset.matrix, documentOf),
    ...rowIssues(matrix, dataset.matrix, documentOf),
    ...danglingKeys(dataset, fileOf),
  ]
}
