import { type Issue, makeIssue } from '../../schemas/index.ts'
import type { Line } from '../layout/index.ts'
import { editDistance, findUpdateDates, toDigits } from '../parse/index.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** `2014-08-12` */
const YEAR_FIRST = /(?<!\d)(\d{4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/

/**
 * A day, an ordinal in any spelling (`12th`, `23th`, `12"`, `8 th`, `25%"`), a month in English and a year. A lone digit
 * before the day belongs to it: `1 2th` is no 2nd.
 */
const DAY_FIRST =
  /(?<![\dlIO|])(?<!(?<![\p{L}\p{N}])[lIO|]\s)(?:(?<digit>\d)\s)?(?<day>\d{1,2})\s*(?:st|nd|rd|th|[^\p{L}\p{N}\s]{1,3})?\s*(?:of\s+)?(?<month>[A-Za-z]{3,9})[.,]{0,2}(?:\s+|[-/])(?<year>\d{4})(?!\d)/u

/** `August 12th, 2014` */
const MONTH_FIRST =
  /(?<!\p{L})(?<month>[A-Za-z]{3,9})\.?[\s-]\s*(?:(?<digit>\d)\s)?(?<day>\d{1,2})\s*(?:st|nd|rd|th)?\s*(?:,\s*|[\s-]\s*)(?<year>\d{4})(?!\d)/u

/** `25/08/2014` */
const NUMBERS = /(?<![\d./-])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/

/** `12th/13th August`, `30 June to 2 July`: two days, of which none is the date. */
const TWO_DAYS =
  /(?<![\p{L}\d])\d{1,2}(?:st|nd|rd|th)?(?:\s+[A-Za-z]{3,9})?\s*(?:[-–—/&]|to|and|or)\s*\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]{3}/u

/** A day, month and year where OCR took digits for letters, or letters of the ordinal or month for others. */
const MISREAD =
  /(?<![\p{L}\p{N}])(?:([\dlI|])\s)?([\dlIO|]{1,2})\s*(?:[^\s\d]{1,3}(?=\s|\p{Lu}))?\s*(?:of\s+)?([\p{L}01|]{3,10})[.,]*\s*([\dlIiOoSsB|]{4})(?![\p{L}\p{N}])/u

/** The number of a month by its name or its beginning; 0 if no month matches. */
const parseMonth = (word: string): number => {
  const name = word.toLowerCase()
  return 1 + MONTHS.findIndex((month) => name.length >= 3 && month.startsWith(name))
}

/** The one month whose name is a letter away from a misread one, or two in a long name; 0 if no month matches. */
const parseMisreadMonth = (word: string): number => {
  const name = word.toLowerCase()
  const near = MONTHS.filter(
    (month) => month.length > 3 && editDistance(month, name) <= (month.length > 6 ? 2 : 1),
  )
  const [only, ...others] = near
  return only && others.length === 0 ? 1 + MONTHS.indexOf(only) : 0
}

const isoDate = (year: string, month: number, day: string): string | null => {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)))
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day)
  return isDay ? date.toISOString().slice(0, 10) : null
}

/** A date in three numbers; null if day and month could be swapped. With full stops the day comes first. */
const parseNumbers = (first: string, second: string, year: string, mark: string): string | null => {
  const dayFirst = isoDate(year, Number(second), first)
  const monthFirst = isoDate(year, Number(first), second)
  if (dayFirst === null) return monthFirst
  return mark === '.' || monthFirst === null || monthFirst === dayFirst ? dayFirst : null
}

/** A date as profiles print it, or as OCR reads it, as ISO text; null if it is no date or could be another. */
export const parsePrintedDate = (printed: string): string | null => {
  const [, isoYear, , isoMonth, isoDay] = YEAR_FIRST.exec(printed) ?? []
  if (isoYear && isoMonth && isoDay) return isoDate(isoYear, Number(isoMonth), isoDay)
  if (TWO_DAYS.test(printed)) return null
  for (const order of [DAY_FIRST, MONTH_FIRST]) {
    const { digit = '', day = '', month = '', year = '' } = order.exec(printed)?.groups ?? {}
    if (parseMonth(month) > 0) return isoDate(year, parseMonth(month), digit + day)
  }
  const [, first, mark, second, lastYear] = NUMBERS.exec(printed) ?? []
  if (first && mark && second && lastYear) return parseNumbers(first, second, lastYear, mark)
  const [, unsureDigit = '', unsureDay = '', unsureMonth, unsureYear] = MISREAD.exec(printed) ?? []
  if (!unsureMonth || !unsureYear) return null
  const month = parseMonth(unsureMonth) || parseMisreadMonth(unsureMonth)
  return isoDate(toDigits(unsureYear), month, toDigits(unsureDigit + unsureDay))
}

/** The years in which the profiles were written; a date outside of them is a misprint or another date. */
export const DATE_RANGE = { first: '2012-01-01', last: '2016-12-31' } as const

/** Whether a date lies in the years of the profiles. */
export const isPlausibleDate = (date: string): boolean => date >= DATE_RANGE.first && date <= DATE_RANGE.last

/** The date of the last update, as printed and as ISO text. */
export interface SourceDate {
  readonly printed: string | null
  readonly date: string | null
  readonly issues: readonly Issue[]
}

/** Reads the date behind “Last updated on”; where several are printed, the last one that is a date counts. */
export const readSourceDate = (lines: readonly Line[], document: string): SourceDate => {
  const all = findUpdateDates(lines)
  const readable = all.filter((printed) => parsePrintedDate(printed) !== null)
  const printed = readable.at(-1) ?? all.at(-1) ?? null
  if (printed === null) return { printed, date: null, issues: [makeIssue('date_missing', { document })] }
  const place = { document, page: lines.at(-1)?.page ?? null, value: printed }
  const date = parsePrintedDate(printed)
  if (date === null) return { printed, date, issues: [makeIssue('date_unreadable', place)] }
  if (!isPlausibleDate(date)) return { printed, date: null, issues: [makeIssue('date_out_of_range', place)] }
  const different = new Set(readable.map(parsePrintedDate)).size > 1
  const value = readable.join('; ')
  return { printed, date, issues: different ? [makeIssue('date_differs', { ...place, value })] : [] }
}
