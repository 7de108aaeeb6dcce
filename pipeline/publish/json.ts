import type { OpenTable } from './writer.ts'

/** A table as a JSON array of records, one record a line, keys in column order; dates are ISO text. */
export const openJson: OpenTable = (_, put) => {
  let isEmpty = true
  return {
    write: (rows) => {
      for (const row of rows) {
        put((isEmpty ? '[\n' : ',\n') + JSON.stringify(row))
        isEmpty = false
      }
    },
    finish: () => put(isEmpty ? '[]\n' : '\n]\n'),
  }
}
