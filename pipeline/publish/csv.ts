import type { Cell } from '../../schemas/index.ts'
import { guardFormula } from './formula-guard.ts'
import { memoised } from './memoised.ts'
import type { OpenTableWriter } from './table-writer.ts'

/** Rows turned into text at a time: enough to be fast, few enough to keep memory flat. */
const ROWS_PER_CHUNK = 4_096

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
  const fields = columns.map(() => memoised(fieldOf))
  put(Buffer.from(`${columns.map(({ name }) => fieldOfText(name)).join(',')}\n`))
  return {
    write: ({ length, cells }) => {
      for (let first = 0; first < length; first += ROWS_PER_CHUNK) {
        const last = Math.min(first + ROWS_PER_CHUNK, length)
        let text = ''
        for (let row = first; row < last; row++) {
          for (const [index, field] of fields.entries()) {
            text += (index === 0 ? '' : ',') + field(cells[index]?.[row] ?? null)
          }
          text += '\n'
        }
        put(Buffer.from(text))
      }
    },
    finish: () => {},
  }
}
