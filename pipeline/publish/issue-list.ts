import { type Issue, issue } from '../../schemas/index.ts'
import { publishedText } from './published-table.ts'
import type { PutBytes } from './table-writer.ts'

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
