import type { Cell, Column } from '../../schemas/index.ts'
import { memoised } from './memoised.ts'

/** A row as the stages before hand it over: a plain object keyed by column name. */
export type Row = Readonly<Record<string, unknown>>

const LARGEST_INTEGER = { int32: 0x7fff_ffff, int64: Number.MAX_SAFE_INTEGER } as const
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const DAY_IN_MILLISECONDS = 86_400_000
const BYTE_ORDER_MARK = 0xfeff

/** Days from 1970-01-01 to an ISO date. */
export const daysSinceEpoch = memoised((isoDate: string): number => Date.parse(isoDate) / DAY_IN_MILLISECONDS)

/** Days that no month has are refused too: `Date` takes 30 February for 2 March. */
const isDayOfCalendar = memoised((text: string): boolean => {
  if (!ISO_DATE.test(text)) return false
  const date = new Date(text)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
})

const isIsoDate = (value: unknown): value is string => typeof value === 'string' && isDayOfCalendar(value)

/**
 * A text as every format can hold it and every reader gives it back: a lone surrogate, which UTF-8 cannot hold,
 * becomes U+FFFD, and byte order marks at the start, which many decoders swallow, are left out.
 */
export const publishedText = (text: string): string =>
  text.isWellFormed() && text.charCodeAt(0) !== BYTE_ORDER_MARK
    ? text
    : text.toWellFormed().replace(/^\ufeff+/, '')

/**
 * The value of one cell, the same in every format.
 *
 * - A text is taken as {@link publishedText} says.
 * - A number below zero becomes 0. Every number of the tables is a count, a share or a place on a page, measured
 *   from its bottom left corner: what stands left of or below the page is cut to its edge. So no CSV cell ever
 *   begins with a minus sign, and a number need not be disguised as text to keep it from looking like a formula.
 *
 * @throws TypeError where the value is not what the column declares; rows are validated before they come here
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
    case 'int64':
      if (typeof value === 'number' && Number.isInteger(value) && value <= LARGEST_INTEGER[column.storage]) {
        return Math.max(0, value)
      }
  }
  const kind = column.nullable ? `${column.storage} or null` : column.storage
  throw new TypeError(`column ${column.name} takes ${kind}, not ${JSON.stringify(value) ?? typeof value}`)
}
