import { type Issue, issue } from '../../schemas/index.ts'
import { type PublishedTable, publishedText } from './published-table.ts'

/** A table as a JSON array of records, one record a line, keys in column order; dates are ISO text. */
export const writeJson = ({ columns, rows }: PublishedTable): Uint8Array => {
  const keys = columns.map((column) => JSON.stringify(column.name))
  const lines: string[] = []
  for (const row of rows) {
    lines.push(`{${row.map((cell, index) => `${keys[index]}:${JSON.stringify(cell)}`).join(',')}}`)
  }
  return Buffer.from(lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`)
}

/** The issues as an indented JSON array, keys in the order of their schema. */
export const writeIssues = (issues: readonly Issue[]): Uint8Array => {
  const keys = Object.keys(issue.shape)
  const inOrder = issues.map((one) => {
    const values: Readonly<Record<string, unknown>> = one
    return Object.fromEntries(keys.map((key) => [key, issueValue(values[key])]))
  })
  return Buffer.from(`${JSON.stringify(inOrder, null, 2)}\n`)
}

const issueValue = (value: unknown): unknown => (typeof value === 'string' ? publishedText(value) : value)
