import type { Cell } from '../../schemas/index.ts'
import { guardFormula, mayOpenFormula } from './formula-guard.ts'
import { type CopyPart, type CopyText, copyBytes, rowBytes } from './row-bytes.ts'
import type { OpenTableWriter } from './table-writer.ts'

/** What RFC 4180 wants in quotes. */
const QUOTED = /[",\r\n]/

const [QUOTE, COMMA, RETURN, LINE_FEED] = [0x22, 0x2c, 0x0d, 0x0a] as const

/** A text as a field; an empty one is told from a missing value by its quotes. */
const fieldOfText = (text: string): string => {
  if (text === '') return '""'
  const guarded = guardFormula(text)
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

const copyDoubling: CopyPart = (from, start, end, to, at) => {
  let next = at
  for (let index = start; index < end; index++) {
    const byte = from[index] ?? 0
    if (byte === QUOTE) to[next++] = QUOTE
    to[next++] = byte
  }
  return next
}

const fieldOf = (cell: Cell): string => {
  if (cell === null) return ''
  return typeof cell === 'string' ? fieldOfText(cell) : String(cell)
}

/** What {@link fieldOfText} gives, byte by byte; not for texts that may want the mark of a formula. */
const copyField: CopyText = (from, start, end, to, at) => {
  if (start === end || mayOpenFormula(from[start] ?? 0)) return null
  let quoted = false
  let holdsQuotes = false
  for (let index = start; index < end; index++) {
    const byte = from[index]
    if (byte === QUOTE) holdsQuotes = true
    else if (byte === COMMA || byte === LINE_FEED || byte === RETURN) quoted = true
  }
  if (!quoted && !holdsQuotes) return copyBytes(from, start, end, to, at)
  to[at] = QUOTE
  const next = (holdsQuotes ? copyDoubling : copyBytes)(from, start, end, to, at + 1)
  to[next] = QUOTE
  return next + 1
}

/**
 * A table as CSV: RFC 4180 quoting, UTF-8 without byte order mark, LF line ends, a header line.
 *
 * Null is an empty cell and an empty text is `""`; booleans are `true` and `false`; dates are ISO text. Texts that
 * look like spreadsheet formulas are marked, see {@link guardFormula}.
 */
export const openCsv: OpenTableWriter = ({ columns }, put) => {
  put(Buffer.from(`${columns.map(({ name }) => fieldOfText(name)).join(',')}\n`))
  const layout = {
    before: columns.map((_, index) => (index === 0 ? '' : ',')),
    cellText: fieldOf,
    copyText: copyField,
    most: { forByte: 2, beside: 2 },
    between: '',
    end: '\n',
  }
  return { write: rowBytes(layout, put), finish: () => {} }
}
