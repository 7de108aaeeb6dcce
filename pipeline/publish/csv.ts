import type { Cell } from '../../schemas/index.ts'
import { guardFormula } from './formula-guard.ts'
import { rowBytes } from './row-bytes.ts'
import type { OpenTableWriter } from './table-writer.ts'

/** What RFC 4180 wants in quotes. */
const QUOTED = /[",\r\n]/

/** A text as a field; an empty one is told from a missing value by its quotes. */
const fieldOfText = (text: string): string => {
  if (text === '') return '""'
  const guarded = guardFormula(text)
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

const fieldOf = (cell: Cell): string => {
  if (cell === null) return ''
  return typeof cell === 'string' ? fieldOfText(cell) : String(cell)
}

/**
 * A table as CSV: RFC 4180 quoting, UTF-8 without byte order mark, LF line ends, a header line.
 *
 * Null is an empty cell and an empty text is `""`; booleans are `true` and `false`; dates are ISO text. Texts that
 * look like spreadsheet formulas are marked, see {@link guardFormula}.
 */
export const openCsv: OpenTableWriter = ({ columns }, put) => {
  put(Buffer.from(`${columns.map(({ name }) => fieldOfText(name)).join(',')}\n`))
  const fields = columns.map((_, index) =>
    index === 0 ? fieldOf : (cell: Cell): string => `,${fieldOf(cell)}`,
  )
  return { write: rowBytes({ fields, between: '', end: '\n' }, put), finish: () => {} }
}
