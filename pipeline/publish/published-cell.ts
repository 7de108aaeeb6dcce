import { type Cell, type Column, columnsOf, type Table } from '../../schemas/index.ts'

/** A row as the stages before hand it over: a plain object keyed by column name. */
export type Row = Readonly<Record<string, unknown>>

/** A row whose cells are the same in every format, its keys in column order. */
export type PublishedRow = Readonly<Record<string, Cell>>

const MAX_INT32 = 0x7fff_ffff
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000
const BYTE_ORDER_MARK = 0xfeff

/** Days from 1970-01-01 to an ISO date. */
export const daysSinceEpoch = (isoDate: string): number => Date.parse(isoDate) / DAY_MS

/** `Date` accepts 30 February as 2 March, so the text must come back unchanged. */
const isIsoDate = (value: unknown): value is string => {
  if (typeof value !== 'string' || !ISO_DATE.test(value)) return false
  const date = new Date(value)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value)
}

/** UTF-8 has no lone surrogates, and many decoders drop byte order marks at the start of a text. */
const publishedText = (text: string): string =>
  text.isWellFormed() && text.charCodeAt(0) !== BYTE_ORDER_MARK
    ? text
    : text.toWellFormed().replace(/^\ufeff+/, '')

/**
 * The value of one cell, the same in every format. A lone surrogate becomes U+FFFD, and byte order marks at the start
 * of a text are dropped. A number below zero becomes 0: every number is a count, a share or a position on a page.
 * @throws TypeError where the value is not what the column declares
 */
export const publishedCell = (column: Column, value: unknown): Cell => {
  if (value === null && column.nullable) return null
  switch (column.storage) {
    case 'utf8':
      if (typeof value === 'string') return publishedText(value)
      break
    case 'bool':
      if (typeof value === 'boolean') return value
      break
    case 'date32':
      if (isIsoDate(value)) return value
      break
    case 'float64':
      if (typeof value === 'number' && Number.isFinite(value)) return Math.max(0, value)
      break
    case 'int32':
      if (typeof value === 'number' && Number.isInteger(value) && value <= MAX_INT32)
        return Math.max(0, value)
  }
  const kind = column.nullable ? `${column.storage} or null` : column.storage
  throw new TypeError(`column ${column.name} takes ${kind}, not ${JSON.stringify(value) ?? typeof value}`)
}

/** A row with the columns of its table, in their order. @throws TypeError as {@link publishedCell} does */
export const publishedRow = (table: Table, row: Row): PublishedRow => {
  const published: Record<string, Cell> = {}
  for (const column of columnsOf(table)) published[column.name] = publishedCell(column, row[column.name])
  return published
}
