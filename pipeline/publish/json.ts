import { type Cell, type Issue, issue } from '../../schemas/index.ts'
import { publishedText } from './published-table.ts'
import { rowBytes } from './row-bytes.ts'
import type { OpenTableWriter, PutBytes } from './table-writer.ts'

/** Values of a JSON array, one after the other, as they are laid out between its brackets. */
const openArray = (put: PutBytes): { add: (text: string) => void; finish: () => void } => {
  let empty = true
  return {
    add: (text) => {
      if (text === '') return
      put(Buffer.from((empty ? '[\n' : ',\n') + text))
      empty = false
    },
    finish: () => put(Buffer.from(empty ? '[]\n' : '\n]\n')),
  }
}

/** A table as a JSON array of records, one record a line, keys in column order; dates are ISO text. */
export const openJson: OpenTableWriter = ({ columns }, put) => {
  let isEmpty = true
  const fields = columns.map(({ name }, index) => {
    const key = `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`
    return (cell: Cell): string => key + JSON.stringify(cell)
  })
  const addRows = rowBytes({ fields, between: ',\n', end: '}' }, put)
  return {
    write: (batch) => {
      if (isEmpty) put(Buffer.from('[\n'))
      isEmpty = false
      addRows(batch)
    },
    finish: () => put(Buffer.from(isEmpty ? '[]\n' : '\n]\n')),
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
  return { write: (issues) => array.add(issues.map(issueText).join(',\n')), finish: array.finish }
}
