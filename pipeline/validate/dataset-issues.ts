import {
  boxes,
  columnsOf,
  type Dataset,
  documents,
  type Issue,
  indicators,
  items,
  makeIssue,
  matrix,
  review,
  sections,
  type Table,
} from '../../schemas/index.ts'
import { keyIssues, rowIssues } from './row-issues.ts'

interface Row {
  readonly [column: string]: unknown
}

interface Part {
  readonly table: Table
  readonly rows: readonly Row[]
}

const partsOf = (dataset: Dataset): readonly Part[] => [
  { table: indicators, rows: dataset.indicators },
  { table: items, rows: dataset.items },
  { table: documents, rows: dataset.documents },
  { table: sections, rows: dataset.sections },
  { table: boxes, rows: dataset.boxes },
  { table: matrix, rows: dataset.matrix },
  { table: review, rows: dataset.review },
]

/** The values of a column that others refer to as `table.column`. */
const valuesOf = (parts: readonly Part[], reference: string): ReadonlySet<unknown> => {
  const [name, column = ''] = reference.split('.')
  const part = parts.find(({ table }) => table.name === name)
  return new Set(part?.rows.map((row) => row[column]))
}

/** Rows that refer to a row which is not in its table. */
const danglingKeys = (parts: readonly Part[], documentOf: (row: Row) => string): Issue[] =>
  parts.flatMap(({ table, rows }) =>
    columnsOf(table).flatMap(({ name, references }) => {
      if (references === undefined) return []
      const known = valuesOf(parts, references)
      return rows
        .filter((row) => !known.has(row[name]))
        .map((row) =>
          makeIssue('key_dangling', {
            document: documentOf(row),
            value: `${table.name}: ${name} ${String(row[name])}`,
          }),
        )
    }),
  )

/** The rules that tables must keep across documents: keys are unique and refer to rows that exist. */
export const datasetIssues = (dataset: Dataset): Issue[] => {
  const files = new Map<unknown, string>(dataset.documents.map((row) => [row.document_id, row.file_name]))
  const documentOf = (row: Row): string => files.get(row['document_id']) ?? String(row['document_id'] ?? '')
  const parts = partsOf(dataset)
  return [
    ...parts.flatMap(({ table, rows }) => keyIssues(table, rows, documentOf)),
    ...rowIssues(matrix, dataset.matrix, documentOf),
    ...danglingKeys(parts, documentOf),
  ]
}
