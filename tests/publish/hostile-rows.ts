import fc from 'fast-check'
import type { Row } from '../../pipeline/publish/published-cell.ts'
import { type Cell, type Column, listColumns, type Table } from '../../schemas/index.ts'

/** Texts that some reader or writer is known to take for something else. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  'NA',
  'NAM',
  'NaN',
  'null',
  'NULL',
  '\\N',
  'true',
  'no',
  '1e5',
  '007',
  '2014-08-12',
  '"',
  '""',
  ',',
  ';',
  'a,"b"\nc',
  'a\r\nb',
  'a\rb',
  '=1+1',
  'a;=1+1',
  'a;"=1+1"',
  '+44 20',
  '-5',
  '- item',
  '@sum',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  "'",
  "'=1",
  "''-1",
  '＝1',
  '\ufeff=1',
  '\ufeff',
  '\u0000',
  'a\u0000b',
  '\u0000=1',
  '\u202e=1',
  'abc\u202edef\u202c',
  '\u2028',
  '😀👩‍👩‍👧',
  '\ud800',
  'a\udc00b',
  'é\u0301',
  '[1,2]',
  '{"a":1}',
  '#comment',
] as const

/** Any text, lone surrogates and control characters included. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.tuple(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'grapheme' })).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
)

const isoDate = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const VALUES = {
  utf8: hostileText,
  int32: fc.integer({ min: -1, max: 0x7fff_ffff }),
  float64: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  bool: fc.boolean(),
  date32: isoDate,
} as const

const arbitraryCell = (column: Column): fc.Arbitrary<Cell> => {
  const value: fc.Arbitrary<Cell> = VALUES[column.storage]
  return column.nullable ? fc.option(value) : value
}

/** Rows of a table whose values have the declared types and break every other expectation. */
export const hostileRows = (table: Table): fc.Arbitrary<Row[]> =>
  fc.array(
    fc.record(Object.fromEntries(listColumns(table).map((column) => [column.name, arbitraryCell(column)]))),
    {
      maxLength: 20,
    },
  )

/** What every format is to hold of a value: no lone surrogate, no byte order mark in front, no number below zero. */
export const expectedCell = (value: unknown): unknown => {
  if (typeof value === 'string')
    return Buffer.from(value)
      .toString()
      .replace(/^\ufeff+/, '')
  if (typeof value === 'number') return value > 0 ? value : 0
  return value
}

/** The cells that every format is to hold of the rows. */
export const expectedCells = (table: Table, rows: readonly Row[]): unknown[][] =>
  rows.map((row) => listColumns(table).map((column) => expectedCell(row[column.name])))
