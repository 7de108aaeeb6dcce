import { type Issue, issue } from '../../schemas/index.ts'
import { type Batch, batchRows, publishedText } from './published-table.ts'
import type { OpenTableWriter, PutBytes } from './table-writer.ts'

/** Values of a JSON array, one after the other, as they are laid out between its brackets. */
const openArray = (put: PutBytes): { add: (texts: readonly string[]) => void; finish: () => void } => {
  let empty = true
  return {
    add: (texts) => {
      if (texts.length === 0) return
      put(Buffer.from(`${empty ? '[\n' : ',\n'}${texts.join(',\n')}`))
      empty = false
    },
    finish: () => put(Buffer.from(empty ? '[]\n' : '\n]\n')),
  }
}

/** A table as a JSON array of records, one record a line, keys in column order; dates are ISO text. */
export const openJson: OpenTableWriter = ({ columns }, put) => {
  const keys = columns.map((column) => JSON.stringify(column.name))
  const array = openArray(put)
  return {
    write: (batch: Batch) =>
      array.add(
        batchRows(batch).map(
          (row) => `{${row.map((cell, index) => `${keys[index]}:${JSON.stringify(cell)}`).join(',')}}`,
        ),
      ),
    finish: array.finish,
  }
}

const issueValue = (value: unknown): unknown => (typeof value === 'string' ? publishedText(value) : value)

const issueText = (one: Issue): string => {
  const values: Readonly<Record<string, unknown>> = one
  const inOrder = Object.fromEntries(Object.keys(issue.shape).map((key) => [key, issueValue(values[key])]))
  return `  ${JSON.stringify(inOrder, null, 2).replaceAll('\n', '\n  ')}`
}

/** The issues as an indented JSON array, keys in the order of their schema. */
export const openIssues = (
  put: PutBytes,
): { readonly write: (issues: readonly Issue[]) => void; readonly finish: () => void } => {
  const array = openArray(put)
  return { write: (issues) => array.add(issues.map(issueText)), finish: array.finish }
}
