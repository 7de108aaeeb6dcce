import type { OpenTable } from './writer.ts'

/** A table as a JSON array of records, one record a line, keys in column order; dates are ISO text. */
export const openJson: OpenTable = (_, put) => {
  let separator = '[\n'
  return {
    write: (rows) => {
      put(separator + rows.map((row) => JSON.stringify(row)).join(',\n'))
      separator = ',\n'
    },
    finish: () => put(separator === ',\n' ? '\n]\n' : '[]\n'),
  }
}
