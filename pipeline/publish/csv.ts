import { stringify } from 'csv-stringify/sync'
import { guardFormula } from './formula-guard.ts'
import type { OpenTable } from './writer.ts'

/**
 * A table as CSV: RFC 4180 quoting, UTF-8, LF line ends, a header line. Null is an empty cell and an empty text is
 * `""`; texts that look like spreadsheet formulas are marked, see {@link guardFormula}.
 */
export const openCsv: OpenTable = ({ columns, csvBom }, put) => {
  const options = {
    cast: {
      boolean: String,
      string: (text: string) => (text === '' ? { value: text, quoted_empty: true } : guardFormula(text)),
    },
  }
  put(stringify([columns.map(({ name }) => name)], { ...options, bom: csvBom }))
  return {
    write: (rows) => put(stringify(rows.map(Object.values), options)),
    finish: () => {},
  }
}
