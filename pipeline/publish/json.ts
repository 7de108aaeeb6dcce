import type { Cell } from '../../schemas/index.ts'
import { rowBytes } from './row-bytes.ts'
import type { OpenTableWriter } from './table-writer.ts'

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
