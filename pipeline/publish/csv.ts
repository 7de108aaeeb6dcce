import { stringify } from 'csv-stringify/sync'
import type { Cell } from '../../schemas/index.ts'
import { guardFormula } from './formula-guard.ts'
import { type Batch, batchRows } from './published-table.ts'
import type { OpenTableWriter } from './table-writer.ts'

/** Rows turned into text at a time: enough to be fast, few enough to keep memory flat. */
const ROWS_PER_CHUNK = 4_096

const OPTIONS = {
  record_delimiter: '\n',
  quote_record_delimiter: true,
  // an empty text is told from a missing value by its quotes
  quoted_match: /^$/,
}

const csvText = (cell: Cell): string | null => {
  if (cell === null) return null
  return typeof cell === 'string' ? guardFormula(cell) : String(cell)
}

/**
 * A table as CSV: RFC 4180 quoting, UTF-8 without byte order mark, LF line ends, a header line.
 *
 * Null is an empty cell and an empty text is `""`; booleans are `true` and `false`; dates are ISO text. Texts that
 * look like spreadsheet formulas are marked, see {@link guardFormula}.
 */
export const openCsv: OpenTableWriter = ({ columns }, put) => {
  // rows are given as arrays: keys of objects would be read as paths, and `1.1.1` is a column
  const putLines = (rows: readonly (readonly (string | null)[])[]): void =>
    put(Buffer.from(stringify([...rows], OPTIONS)))
  putLines([columns.map((column) => column.name)])
  return {
    write: (batch: Batch) => {
      for (let first = 0; first < batch.length; first += ROWS_PER_CHUNK) {
        putLines(batchRows(batch, first, first + ROWS_PER_CHUNK).map((row) => row.map(csvText)))
      }
    },
    finish: () => {},
  }
}
