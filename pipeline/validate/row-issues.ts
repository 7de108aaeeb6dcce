import type { z } from 'zod'
import { type Issue, makeIssue, type Table } from '../../schemas/index.ts'

interface Keyed {
  readonly [column: string]: unknown
}

const describe = (table: Table, error: z.core.$ZodError): string =>
  `${table.name}: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`

/** Rows of a table that break its zod schema, as issues of the document that `documentOf` names. */
export const rowIssues = <Row extends Keyed>(
  table: Table,
  rows: readonly Row[],
  documentOf: (row: Row) => string,
): Issue[] =>
  rows.flatMap((row) => {
    const result = table.row.safeParse(row)
    return result.success
      ? []
      : [makeIssue('row_invalid', { document: documentOf(row), value: describe(table, result.error) })]
  })

/** Rows of a table that share a primary key with an earlier one. */
export const keyIssues = <Row extends Keyed>(
  table: Table,
  rows: readonly Row[],
  documentOf: (row: Row) => string,
): Issue[] => {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = table.primaryKey.map((column) => String(row[column])).join(' ')
    if (seen.has(key)) {
      return [makeIssue('key_repeated', { document: documentOf(row), value: `${table.name}: ${key}` })]
    }
    seen.add(key)
    return []
  })
}
