import type { z } from 'zod'
import { type Issue, makeIssue, type Table } from '../../../schemas/index.ts'

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
